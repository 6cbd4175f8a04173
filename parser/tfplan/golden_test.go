package tfplan_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/parser/tfplan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A golden file says above its first section what it proves. Its sections are the
// input, the source where it is at hand, and "want", the dump of what is read.
func TestGolden(t *testing.T) {
	for _, file := range goldenFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			last := len(archive.Files) - 1
			if last < 1 || archive.Files[last].Name != "want" {
				t.Fatal("the last section of a golden file is want")
			}
			got := readArchive(t, archive.Files[:last])
			if *update {
				archive.Files[last].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[last].Data), got); diff != "" {
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

// readArchive reads the first file, with the others as its source.
func readArchive(t *testing.T, files []txtar.File) string {
	t.Helper()
	scope, inputs, diags := tfplan.Read(files[0].Data, files[0].Name, tfplan.None)
	if len(files) > 1 {
		fsys, err := txtar.FS(&txtar.Archive{Files: files[1:]})
		if err != nil {
			t.Fatal(err)
		}
		source, _, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{Values: inputs})
		if err != nil {
			t.Fatal(err)
		}
		tfplan.Locate(scope, source)
	}
	return dump(scope, diags)
}

// dump prints a scope: one line for each leaf, with its place where it is not
// that of the plan itself.
func dump(scope *model.Scope, diags diag.List) string {
	d := &dumper{}
	for _, r := range scope.Resources {
		fmt.Fprintf(d, "%s %s%s\n", r.Mode, r.Address, at(r.Location))
		d.value("  ", "", r.Body)
		for _, ref := range r.Refs {
			exact := "partial"
			if ref.Exact {
				exact = "exact"
			}
			fmt.Fprintf(d, "  ref %s -> %s . %s (%s)\n", ref.Path, ref.To, ref.Attr, exact)
		}
	}
	for _, out := range scope.Outputs {
		fmt.Fprintf(d, "output %s: %s\n", out.Name, out.Type)
		d.value("  ", out.Name, out.Value)
	}
	for _, problem := range diags {
		fmt.Fprintln(d, problem)
	}
	return d.String()
}

type dumper struct{ strings.Builder }

func (d *dumper) value(indent, path string, v model.Value) {
	switch data := v.Data.(type) {
	case []model.Value:
		for i, element := range data {
			d.value(indent, fmt.Sprintf("%s[%d]", path, i), element)
		}
		if len(data) > 0 {
			return
		}
	case model.Members:
		for name, member := range data.All() {
			d.value(indent, strings.TrimPrefix(path+"."+name, "."), member)
		}
		if len(data) > 0 {
			return
		}
	}
	fmt.Fprintf(d, "%s%s = %s%s\n", indent, path, leaf(v), at(v.Origin.Range))
	if v.Doc != nil {
		d.value(indent+"  ", "doc", *v.Doc)
	}
}

func leaf(v model.Value) string {
	text := v.String()
	if v.State == model.Known && !v.Sensitive {
		text = fmt.Sprintf("%#v", v.Data)
	}
	if v.Why != nil {
		text += " because it " + v.Why.Reason
		if v.Why.Key != "" {
			text += " (" + v.Why.Key + ")"
		}
		if v.Sensitive {
			text += " sensitive"
		}
	}
	return text
}

func at(r model.Range) string {
	if strings.HasSuffix(r.File, ".tf") {
		return " @" + r.String()
	}
	return ""
}
