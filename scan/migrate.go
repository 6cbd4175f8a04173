package scan

import (
	"context"
	"slices"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan/migrate"
	"github.com/lintel-iac/lintel/scan/triage"
)

// Migration is what other tools have left in a repository.
type Migration struct {
	Items    []migrate.Item
	Comments []triage.Comment
	// Means are the ids of the checks for which a name stands.
	Means func(glob string) []string
	// Diagnostics are what could not be read, and comments that are not honoured.
	Diagnostics diag.List
	Top         string // the folder of the operating system in which the files lie
}

// Migrate reads what a run would read, and looks in it for what was meant for other
// tools.
func Migrate(ctx context.Context, o Options) (*Migration, error) {
	if err := o.validate(); err != nil {
		return nil, err
	}
	selected, _, err := choose(&o)
	if err != nil {
		return nil, err
	}
	s, err := open(&o)
	if err != nil {
		return nil, err
	}
	roots := s.survey()
	var diags diag.List
	for _, d := range slices.Concat(append(s.each(ctx, roots, func(int, *model.Scope) {}), s.diags)...) {
		if d.Severity == diag.Error { // what is merely not known hides no comment
			diags.Add(d)
		}
	}
	t := &triager{session: s, options: &o, roots: roots, selected: selected}
	result := triage.New(t.wants(), s.files.suppressing())
	items, faults := migrate.Find(s.files.FS)
	diags.Add(faults...)
	diags.Add(result.Faults()...)
	diags.Sort()
	return &Migration{Items: items, Comments: result.Comments(), Means: result.Means, Diagnostics: diags, Top: s.boundary}, ctx.Err()
}
