package cloudformation_test

import (
	"context"
	"io/fs"
	"os"
	"testing"

	"github.com/lintel-iac/lintel/internal/gen/project"
	"github.com/lintel-iac/lintel/parser/cloudformation"
)

// A thousand templates, read and mapped one after the other.
func BenchmarkTemplates(b *testing.B) {
	dir := b.TempDir()
	if err := project.Templates(dir, 1000); err != nil {
		b.Fatal(err)
	}
	fsys := os.DirFS(dir)
	names, err := fs.Glob(fsys, "*/*.yaml")
	if err != nil || len(names) != 1000 {
		b.Fatal(len(names), err)
	}
	b.ReportAllocs()
	for b.Loop() {
		loader := cloudformation.New(fsys)
		for _, name := range names {
			scope, diags, err := loader.Parse(context.Background(), name, cloudformation.Inputs{})
			if err != nil || diags.HasErrors() || len(scope.Resources) < project.TemplateResources {
				b.Fatal(name, err, diags)
			}
		}
	}
}
