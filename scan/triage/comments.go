package triage

import (
	"cmp"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Comment is a name in a comment that was written for another tool.
type Comment struct {
	At         model.Range
	Form, Name string // "checkov:skip", "CKV_AWS_3"
	// Checks are the ids of those that it lets pass; none where it carries nothing over.
	Checks []string
	// Refused tells that it is not honoured although it names something, as a
	// diagnostic says.
	Refused bool
}

// Comments are those in the files that were read, by place.
func (t *Triage) Comments() []Comment {
	var found []Comment
	for _, s := range t.sheets {
		for _, d := range s.directives {
			if d.own {
				continue
			}
			for _, n := range d.names {
				found = append(found, Comment{At: d.at, Form: d.form, Name: n.text, Checks: idsIn(n.checks), Refused: n.refused})
			}
		}
	}
	slices.SortFunc(found, func(a, b Comment) int {
		return cmp.Or(cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Start.Line, b.At.Start.Line), cmp.Compare(a.Name, b.Name))
	})
	return found
}

// Faults are what is wrong with the comments themselves, whatever they are about.
func (t *Triage) Faults() diag.List { return t.diags }

// Means are the ids of the checks for which a name stands, none for one that stands
// for all of them.
func (t *Triage) Means(glob string) []string {
	if t.names.tooWide(glob) {
		return nil
	}
	return idsIn(t.names.find(glob))
}

func idsIn(list []*checks.Entry) (ids []string) {
	for _, e := range list {
		ids = append(ids, e.ID)
	}
	return ids
}
