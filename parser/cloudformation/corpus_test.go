package cloudformation_test

import (
	"context"
	"io/fs"
	"os"
	"testing"

	"github.com/lintel-iac/lintel/parser/cloudformation"
)

// Nothing that the tests of other tools hold makes the parser panic or give up.
func TestCorpus(t *testing.T) {
	const dir = "../../../shared/corpus"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the corpus is not here: ", dir)
	}
	fsys := os.DirFS(dir)
	loader := cloudformation.New(fsys)
	found := 0
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !cloudformation.MayBe(name) {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil || !cloudformation.IsTemplate(name, data) {
			return err
		}
		found++
		defer func() {
			if p := recover(); p != nil {
				t.Errorf("%s: panic: %v", name, p)
			}
		}()
		if _, _, err := loader.Parse(context.Background(), name, cloudformation.Inputs{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Fatal("no templates in ", dir, err)
	}
}
