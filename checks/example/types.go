package example

import (
	"regexp"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// Types are those of the resources in a check's examples of Terraform, sorted: what it judges, and what it looks at besides.
func Types(check *checks.Entry) ([]string, error) {
	examples, err := Of(check)
	if err != nil {
		return nil, err
	}
	var types []string
	for _, e := range examples {
		if e.Format != model.Terraform {
			continue
		}
		for _, file := range e.Files {
			for _, found := range block.FindAllSubmatch(file.Data, -1) {
				types = append(types, string(found[1]))
			}
		}
	}
	slices.Sort(types)
	return slices.Compact(types), nil
}

var block = regexp.MustCompile(`(?m)^resource "([a-z0-9_]+)"`)
