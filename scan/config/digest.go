package config

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"strings"

	"github.com/lintel-iac/lintel/scan/strict"
)

// Digest is that of a file, as sha256sum has it, or of a folder: of the lines that
// sha256sum would print of its files, sorted, by their paths in it.
func Digest(fsys fs.FS, name string) (string, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return "", err
	}
	if !info.IsDir() {
		sum, err := sumOf(fsys, name)
		return "sha256:" + sum, err
	}
	var lines strings.Builder
	err = fs.WalkDir(fsys, name, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		sum, err := sumOf(fsys, file)
		inside, _ := below(name, file)
		fmt.Fprintf(&lines, "%s  %s\n", sum, inside)
		return err
	})
	return fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(lines.String()))), err
}

func sumOf(fsys fs.FS, name string) (string, error) {
	data, err := strict.Load(fsys, name, 32<<20)
	return fmt.Sprintf("%x", sha256.Sum256(data)), err
}
