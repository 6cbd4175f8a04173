package project

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func TestLargeProjectsHaveTheirSize(t *testing.T) {
	for name, write := range large {
		files := generate(t, write)
		lines := 0
		for _, src := range files {
			lines += bytes.Count(src, []byte("\n"))
		}
		if len(files) != FlatFiles {
			t.Errorf("%s has %d files, want %d", name, len(files), FlatFiles)
		}
		if off := max(lines-FlatLines, FlatLines-lines); off > FlatLines/100 {
			t.Errorf("%s has %d lines, want %d within 1 %%", name, lines, FlatLines)
		}
	}
}

var large = map[string]func(dir string) error{"flat": Flat, "teams": Teams}

func TestSameBytesTwice(t *testing.T) {
	first, second := generate(t, Flat), generate(t, Flat)
	for name, src := range first {
		if !bytes.Equal(src, second[name]) {
			t.Fatalf("%s differs", name)
		}
	}
}

// Every block of a module has an address of its own, and every call finds its module: what Terraform would refuse must not
// be measured.
func TestSound(t *testing.T) {
	for name, write := range map[string]func(string) error{
		"flat":  Flat,
		"teams": Teams,
		"calls": func(dir string) error { return Calls(dir, 100) },
		"count": func(dir string) error { return Count(dir, 10_000) },
	} {
		t.Run(name, func(t *testing.T) {
			seen := map[string]bool{}
			sources := generate(t, write)
			for name, body := range parseAll(t, sources) {
				for _, b := range body.Blocks {
					address := path.Join(path.Dir(name), b.Type, path.Join(b.Labels...))
					if len(b.Labels) > 0 && seen[address] {
						t.Errorf("%s is there twice", address)
					}
					seen[address] = true
				}
			}
		})
	}
}

func TestEachModuleIsCalledOnce(t *testing.T) {
	for name, want := range map[string]int{"flat": flatModules, "teams": teamModules} {
		t.Run(name, func(t *testing.T) { eachModuleIsCalledOnce(t, generate(t, large[name]), want) })
	}
}

func eachModuleIsCalledOnce(t *testing.T, sources map[string][]byte, want int) {
	calls := map[string]int{}
	for name, body := range parseAll(t, sources) {
		for _, b := range body.Blocks {
			if b.Type == "module" {
				source, _ := b.Body.Attributes["source"].Expr.Value(nil)
				calls[path.Join(path.Dir(name), source.AsString())]++
			}
		}
	}
	if len(calls) != want {
		t.Errorf("%d modules are called, want %d", len(calls), want)
	}
	for module, n := range calls {
		if n != 1 {
			t.Errorf("%s is called %d times", module, n)
		}
		if sources[module+"/main.tf"] == nil {
			t.Errorf("%s is called and not there", module)
		}
	}
}

// The cost of an instance is a difference divided by CalleeResources, so a call must make just so many.
func TestCalleeResources(t *testing.T) {
	resources := 0
	for _, body := range parseAll(t, generate(t, func(dir string) error { return Calls(dir, 1) })) {
		for _, b := range body.Blocks {
			if b.Type != "resource" {
				continue
			}
			resources++
			for _, repeat := range []string{"count", "for_each"} {
				if b.Body.Attributes[repeat] != nil {
					t.Errorf("%v has %s", b.Labels, repeat)
				}
			}
		}
	}
	if resources != CalleeResources {
		t.Errorf("%d resources, want %d", resources, CalleeResources)
	}
}

// generate returns what write wrote, by path.
func generate(t *testing.T, write func(dir string) error) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	if err := write(dir); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(fsys, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func parseAll(t *testing.T, files map[string][]byte) map[string]*hclsyntax.Body {
	t.Helper()
	bodies := map[string]*hclsyntax.Body{}
	for name, src := range files {
		f, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		bodies[name] = f.Body.(*hclsyntax.Body)
	}
	return bodies
}
