package cloudformation_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/parser/cloudformation"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A golden file says above its first section what it proves, and where that is
// documented. Its sections are the files of a work tree, but for two: "inputs"
// has a "param" or "param-file" on each line, and "want" is the dump of what
// the first file evaluates to, before a table maps it.
func TestGolden(t *testing.T) {
	for _, file := range goldenFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, got := section(archive, "want"), evaluate(t, archive)
			if *update {
				put(archive, "want", got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("want, and +got (go test -update rewrites):\n%s", diff)
			}
		})
	}
}

func goldenFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files: ", err)
	}
	return files
}

func section(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func put(archive *txtar.Archive, name, text string) {
	for i := range archive.Files {
		if archive.Files[i].Name == name {
			archive.Files[i].Data = []byte(text)
			return
		}
	}
	archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(text)})
}

func evaluate(t testing.TB, archive *txtar.Archive) string {
	var in cloudformation.Inputs
	for line := range strings.Lines(section(archive, "inputs")) {
		switch word, argument, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " "); word {
		case "param", "param-file":
			in.Params = append(in.Params, cloudformation.Param{File: word == "param-file", Text: argument})
		default:
			t.Fatalf("unknown input %q", word)
		}
	}
	tree := &txtar.Archive{}
	var templates []string
	for _, f := range archive.Files {
		if f.Name == "want" || f.Name == "inputs" {
			continue
		}
		tree.Files = append(tree.Files, f)
		if cloudformation.IsTemplate(f.Name, f.Data) {
			templates = append(templates, f.Name)
		}
	}
	fsys, err := txtar.FS(tree)
	if err != nil {
		t.Fatal(err)
	}
	loader := cloudformation.New(fsys)
	loader.Share(templates)
	scope, diags, err := loader.ParseUnmapped(context.Background(), tree.Files[0].Name, in)
	if err != nil {
		t.Fatal(err)
	}
	return dump(scope, diags)
}
