package triage

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/lintel-iac/lintel/checks"
)

// longNames are the names that tfsec and Trivy give their checks besides the ids
// that checks have as aliases: a name and an id a line.
//
//go:embed longnames.txt
var longNames string

// resolver finds the checks that go by a name.
type resolver struct {
	checks  []checks.Entry
	matches func(glob string, e *checks.Entry) bool
	known   map[string][]*checks.Entry
	byID    map[string][]*checks.Entry // built when first asked for
}

// find returns the checks that a glob means, none for one that is broken.
func (r *resolver) find(glob string) []*checks.Entry {
	if found, ok := r.known[glob]; ok {
		return found
	}
	var found []*checks.Entry
	if !strings.ContainsAny(glob, `*?[{\`) {
		found = r.named(append(idsOf(glob), glob))
	} else if doublestar.ValidatePattern(glob) {
		globs := append(idsOf(glob), glob)
		found = r.all(func(e *checks.Entry) bool {
			return slices.ContainsFunc(globs, func(g string) bool { return r.matches(g, e) })
		})
	}
	r.known[glob] = found
	return found
}

// named returns the checks with one of some ids, in their order: most names are no
// patterns, and a file may hold many.
func (r *resolver) named(ids []string) []*checks.Entry {
	if r.byID == nil {
		r.byID = map[string][]*checks.Entry{}
		for i := range r.checks {
			for id := range r.checks[i].IDs {
				r.byID[id] = append(r.byID[id], &r.checks[i])
			}
		}
	}
	var found []*checks.Entry
	for _, id := range ids {
		found = append(found, r.byID[checks.PlainID(id)]...)
	}
	slices.SortFunc(found, func(a, b *checks.Entry) int { return strings.Compare(a.ID, b.ID) })
	return slices.Compact(found)
}

func (r *resolver) all(wanted func(*checks.Entry) bool) []*checks.Entry {
	var found []*checks.Entry
	for i := range r.checks {
		if wanted(&r.checks[i]) {
			found = append(found, &r.checks[i])
		}
	}
	return found
}

// idsOf are the ids for which a long name, or a glob of some, stands.
func idsOf(glob string) []string {
	var ids []string
	for line := range strings.Lines(longNames) {
		name, id, _ := strings.Cut(strings.TrimSpace(line), " ")
		if doublestar.MatchUnvalidated(strings.ToLower(glob), name) {
			ids = append(ids, id)
		}
	}
	return ids
}

// ofKICS are the checks that look for what KICS does.
func (r *resolver) ofKICS() []*checks.Entry {
	return r.all(func(e *checks.Entry) bool { return e.Aliases.KICS != "" })
}

// tooWide tells a glob that stands for every check, or for whatever will be one:
// it says nothing of its own.
func (r *resolver) tooWide(glob string) bool {
	if strings.Contains(glob, "*") && len(r.checks) > 1 && len(r.find(glob)) == len(r.checks) {
		return true
	}
	classes := 0
	return !strings.ContainsFunc(glob, func(c rune) bool {
		switch c {
		case '[':
			classes++
		case ']':
			classes--
		}
		return classes == 0 && (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
	})
}
