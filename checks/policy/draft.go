package policy

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/lintel-iac/lintel/checks/policy/meta"
)

//go:embed draft
var drafts embed.FS

// Draft writes a first policy and its examples, NAME.rego or NAME.yaml and NAME.txtar, and returns the files. The last two words
// of the name are the package. What is there already is not written over.
func Draft(name string, yaml bool) ([]string, error) {
	name = strings.TrimSuffix(strings.TrimSuffix(filepath.ToSlash(filepath.Clean(name)), ".rego"), ".yaml")
	words := strings.Split(name, "/")
	words = words[max(0, len(words)-2):]
	for _, word := range words {
		if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" || strings.Trim(word[:1], "0123456789") == "" {
			return nil, fmt.Errorf("%q is no name for a policy: write it as policies/acme/bucket_logging, in small letters", name)
		}
	}
	ending := ".rego"
	if yaml {
		ending = ".yaml"
	}
	about := struct{ Package, ID string }{strings.Join(words, "."), meta.Name(strings.Join(words, "/"))}
	var written []string
	for _, ext := range [...]string{ending, ".txtar"} {
		if err := writeNew(filepath.FromSlash(name+ext), "draft/policy"+ext+".tmpl", about); err != nil {
			return written, err
		}
		written = append(written, name+ext)
	}
	return written, nil
}

func writeNew(name, draft string, about any) error {
	page, err := template.ParseFS(drafts, draft)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := page.Execute(&text, about); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already", filepath.ToSlash(name))
	}
	if err != nil {
		return err
	}
	_, err = f.Write(text.Bytes())
	return errors.Join(err, f.Close())
}
