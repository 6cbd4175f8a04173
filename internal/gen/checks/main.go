//go:build gen

// Command checks writes what is made from the checks: their list
// (checks/all/all.go), the embedding of their examples (checks/examples.go) and
// their pages (docs/checks). It runs at the top of the repository, by make
// generate.
package main

import (
	"fmt"
	"os"
	"os/exec"

	"github.com/lintel-iac/lintel/internal/gen/checks/list"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "checks:", err)
		os.Exit(1)
	}
}

func run() error {
	found, err := list.Find(os.DirFS("checks"))
	if err != nil {
		return err
	}
	if err := write("checks/examples.go", found, list.Examples); err != nil {
		return err
	}
	if err := write("checks/all/all.go", found, list.All); err != nil {
		return err
	}
	// The pages are printed by a program that is compiled with the new list.
	pages := exec.Command("go", "run", "-tags", "gen", "./internal/gen/checks/pages")
	pages.Stdout, pages.Stderr = os.Stdout, os.Stderr
	return pages.Run()
}

func write(file string, found []list.Check, render func([]list.Check) ([]byte, error)) error {
	source, err := render(found)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, source, 0o644)
}
