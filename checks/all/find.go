// Package all is the list of the checks, and finds one by its name.
package all

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

// Find returns the checks that go by a name: the one of that id, now or
// formerly, else all that a peer's id stands for. Case does not matter.
func Find(name string) []checks.Entry {
	if found := where(func(c *checks.Entry) bool { return strings.EqualFold(c.ID, name) }); found != nil {
		return found
	}
	if found := where(func(c *checks.Entry) bool { return contains(strings.Fields(c.Formerly), name) }); found != nil {
		return found
	}
	return where(func(c *checks.Entry) bool {
		for tool, ids := range c.Aliases.Each {
			// Trivy writes its ids with and without the AVD.
			if contains(ids, name) || tool == "trivy" && contains(ids, "AVD-"+name) {
				return true
			}
		}
		return false
	})
}

func where(wanted func(*checks.Entry) bool) []checks.Entry {
	var found []checks.Entry
	for i := range Checks {
		if wanted(&Checks[i]) {
			found = append(found, Checks[i])
		}
	}
	return found
}

func contains(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}
