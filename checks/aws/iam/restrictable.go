package iam

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

//go:embed unrestrictable.txt
var unrestrictable string

// bare are, by service, the actions in the table of those that act on no resource, in
// lower case.
var bare = sync.OnceValue(func() map[string][]string {
	byService := map[string][]string{}
	for line := range strings.Lines(strings.ToLower(unrestrictable)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] != "#" {
			byService[fields[0]] = append(byService[fields[0]], fields[1:]...)
		}
	}
	return byService
})

// restrictable asks whether one of the actions of a statement acts on a resource, so
// that it could be allowed on some alone.
func restrictable(s *view.Statement) model.Truth {
	found := model.No
	for e := range s.Actions() {
		found = max(found, model.Is(e.Except()), e.Satisfies(actsOnResource))
	}
	return found
}

// actsOnResource asks it of an action, or of some that a pattern matches.
func actsOnResource(pattern string) bool {
	service, action, _ := strings.Cut(strings.ToLower(pattern), ":")
	literal, _, _ := strings.Cut(action, "*")
	actions := bare()[service]
	if slices.Contains(actions, "!"+action) {
		return true
	}
	for _, listed := range actions {
		start, several := strings.CutSuffix(listed, "*")
		if action == listed || several && strings.HasPrefix(literal, start) {
			return false
		}
	}
	return true
}
