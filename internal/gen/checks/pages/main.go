//go:build gen

// Command pages writes docs/checks: a page for each check, and the index; and
// docs/coverage, which ids of other tools the checks stand for. It runs at the top of
// the repository, after the list of checks was written.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/coverage"
	"github.com/lintel-iac/lintel/checks/page"
)

const folder = "docs/checks"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func run() error {
	fresh, err := os.MkdirTemp(filepath.Dir(folder), ".checks-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	if err := errors.Join(os.Chmod(fresh, 0o755), writePages(fresh)); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := coverage.AWS(&b, all.Checks); err != nil {
		return err
	}
	if err := write("docs/coverage/aws.csv", b.Bytes()); err != nil {
		return err
	}
	// Pages of checks that are gone go with the folder, now that the others are there.
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	return os.Rename(fresh, folder)
}

func writePages(to string) error {
	var b bytes.Buffer
	for i := range all.Checks {
		check := &all.Checks[i]
		b.Reset()
		if err := page.Markdown(&b, check); err != nil {
			return err
		}
		if err := write(filepath.Join(to, check.Path+".md"), b.Bytes()); err != nil {
			return err
		}
	}
	b.Reset()
	if err := page.Index(&b, all.Checks); err != nil {
		return err
	}
	return write(filepath.Join(to, "README.md"), b.Bytes())
}

func write(file string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
}
