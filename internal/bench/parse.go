package bench

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// parseFolder parses all Terraform below dir with hclsyntax, on all processors, and keeps every tree until the end, as
// whoever evaluates them must. It is the yardstick for a scan and does nothing else.
func parseFolder(dir string) error {
	paths, err := terraformFiles(dir)
	if err != nil {
		return err
	}
	trees := make([]*hcl.File, len(paths))
	errs := make([]error, len(paths))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				trees[i], errs[i] = parseFile(paths[i])
			}
		})
	}
	for i := range paths {
		next <- i
	}
	close(next)
	workers.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	runtime.KeepAlive(trees)
	return nil
}

func terraformFiles(dir string) ([]string, error) {
	var paths []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(path) == ".tf" {
			paths = append(paths, path)
		}
		return err
	})
	return paths, err
}

func parseFile(path string) (*hcl.File, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	tree, diags := hclsyntax.ParseConfig(src, path, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diags
	}
	return tree, nil
}
