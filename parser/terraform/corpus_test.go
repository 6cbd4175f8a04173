package terraform_test

import (
	"context"
	"io/fs"
	"os"
	"path"
	"testing"

	"github.com/lintel-iac/lintel/parser/terraform"
)

// Nothing that the tests of other tools hold makes the parser panic or give up.
func TestCorpus(t *testing.T) {
	const dir = "../../../shared/corpus"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the corpus is not here: ", dir)
	}
	fsys := os.DirFS(dir)
	loader := terraform.New(fsys)
	for folder := range sourceFolders(t, fsys) {
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("%s: panic: %v", folder, p)
				}
			}()
			if _, _, err := loader.Parse(context.Background(), folder, terraform.Inputs{}); err != nil {
				t.Errorf("%s: %v", folder, err)
			}
		}()
	}
}

func sourceFolders(t *testing.T, fsys fs.FS) map[string]bool {
	folders := make(map[string]bool)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && terraform.IsSource(name) {
			folders[path.Dir(name)] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) == 0 {
		t.Fatal("no Terraform in ", fsys)
	}
	return folders
}
