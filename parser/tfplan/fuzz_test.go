package tfplan_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/tfplan"
)

// No input makes the reader panic, nor what works on its scope.
func FuzzRead(f *testing.F) {
	for _, file := range goldenFiles(f) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	recorded, err := filepath.Glob(cases + "/*/plan.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range recorded {
		if src, err := os.ReadFile(file); err == nil && len(src) < 20_000 {
			f.Add(src)
		}
	}
	f.Add([]byte(`{"format_version":"1.2","planned_values":{"outputs":{"ids":{"type":["object",{"a":"string"},["b"]]}}}}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		tfplan.Detect(src[:min(len(src), 4096)])
		scope, _, _ := tfplan.Read(src, "plan.json", tfplan.None)
		source, _, _ := tfplan.Read(src, "main.tf", tfplan.None)
		tfplan.Locate(scope, source)
		graft.Fold(scope)
	})
}
