package terraform_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/parser/terraform"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A golden file says above its first section what it proves. Its sections are
// the files of a work tree, but for two: "inputs" says how the root is called,
// and "want" is the dump of what it evaluates to.
func TestGolden(t *testing.T) {
	for _, file := range goldenFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c := readCase(t, archive)
			got := c.dump(t, false)
			if *update {
				if err := os.WriteFile(file, txtar.Format(c.withWant(got)), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
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

// goldenCase is a golden file taken apart.
type goldenCase struct {
	comment []byte
	files   []txtar.File // without inputs and want
	inputs  []byte
	root    string
	in      terraform.Inputs
	want    string
}

func readCase(t testing.TB, archive *txtar.Archive) goldenCase {
	c := goldenCase{comment: archive.Comment, root: "."}
	for _, f := range archive.Files {
		switch f.Name {
		case "want":
			c.want = string(f.Data)
		case "inputs":
			c.inputs = f.Data
			c.readInputs(t)
		default:
			c.files = append(c.files, f)
		}
	}
	return c
}

// readInputs reads one word and its argument from each line.
func (c *goldenCase) readInputs(t testing.TB) {
	for line := range strings.Lines(string(c.inputs)) {
		word, argument, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch word {
		case "root":
			c.root = argument
		case "var":
			c.in.Values = append(c.in.Values, terraform.Input{Text: argument})
		case "var-file":
			c.in.Values = append(c.in.Values, terraform.Input{File: true, Text: argument})
		case "env":
			c.in.Env = append(c.in.Env, argument)
		case "workspace":
			c.in.Workspace = argument
		case "strict":
			c.in.Strict = true
		default:
			t.Fatalf("unknown input %q", word)
		}
	}
}

func (c *goldenCase) dump(t testing.TB, bare bool) string {
	fsys, err := txtar.FS(&txtar.Archive{Files: c.files})
	if err != nil {
		t.Fatal(err)
	}
	scope, diags, err := terraform.New(fsys).Parse(context.Background(), c.root, c.in)
	if err != nil {
		t.Fatal(err)
	}
	return dump(scope, diags, bare)
}

func (c *goldenCase) withWant(want string) *txtar.Archive {
	files := c.files
	if c.inputs != nil {
		files = append(files, txtar.File{Name: "inputs", Data: c.inputs})
	}
	return &txtar.Archive{Comment: c.comment, Files: append(files, txtar.File{Name: "want", Data: []byte(want)})}
}
