package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/lintel-iac/lintel/model"
)

// collect adds the path of every value at or below v that is written, as checks
// spell it: dotted, lists crossed.
func collect(paths map[string]bool, path string, v model.Value) {
	if path != "" && v.State != model.Absent {
		paths[path] = true
	}
	switch data := v.Data.(type) {
	case []model.Value:
		for _, e := range data {
			collect(paths, path, e)
		}
	case model.Members:
		for name, member := range data.All() {
			below := name
			if path != "" {
				below = path + "." + name
			}
			collect(paths, below, member)
		}
	}
	if v.State == model.Unknown {
		for _, a := range v.Why.Alternatives {
			collect(paths, path, a)
		}
	}
}

func printLines(w io.Writer, lines map[string]bool) error {
	for _, line := range slices.Sorted(maps.Keys(lines)) {
		if _, err := fmt.Fprintln(w, printable(line)); err != nil {
			return err
		}
	}
	return nil
}
