package terraform_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A file that ends anywhere, as while it is written, is read as far as it goes.
func TestCutShort(t *testing.T) {
	const stride = 11 // in bytes; every place would take a minute
	for _, file := range goldenFiles(t) {
		t.Run(strings.TrimSuffix(path.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c := readCase(t, archive)
			if slices.ContainsFunc(c.files, func(f txtar.File) bool { return len(f.Data) > 4<<10 }) {
				return // it is about size
			}
			c.in.Strict = true
			for i, whole := range c.files {
				cut := c
				cut.files = slices.Clone(c.files)
				for end := 0; end < len(whole.Data); end += stride {
					cut.files[i].Data = whole.Data[:end:end]
					cut.dump(t, true)
				}
			}
		})
	}
}
