package all

import (
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/graft"
)

// runLoss runs an example of what a change takes away: its folders before and
// after. What is gone is wanted where it was.
func runLoss(check *checks.Entry, e example.Example) []string {
	before, faults := side(e, "before/")
	after, more := side(e, "after/")
	if faults = append(faults, more...); len(faults) > 0 {
		return faults
	}
	before.After = after
	found, judged := judge(check, before)
	if !judged {
		faults = append(faults, "nothing in the example was judged")
	}
	for i := range found {
		at := &found[i].At.Origin.Range
		if *at = place(found[i]); at.Start.Line == 0 {
			*at = found[i].Resource.Location
			if found[i].Companion != nil {
				*at = found[i].Companion.Location
			}
			at.File = "before/" + at.File
			continue
		}
		at.File = "after/" + at.File
	}
	return append(faults, compare(e, found)...)
}

// side reads what was there before the change, or is after it.
func side(e example.Example, folder string) (*model.Scope, []string) {
	part := example.Example{Name: e.Name, Format: e.Format}
	for _, f := range e.Files {
		if name, ok := strings.CutPrefix(f.Name, folder); ok {
			part.Files = append(part.Files, txtar.File{Name: name, Data: f.Data})
		}
	}
	if len(part.Files) == 0 {
		return nil, []string{"there is no file in " + folder}
	}
	scope, diags, err := parse(part)
	if err != nil {
		return nil, []string{err.Error()}
	}
	diags.Add(graft.Fold(scope)...)
	if i := slices.IndexFunc(diags, func(d diag.Diagnostic) bool { return d.Severity == diag.Error }); i >= 0 {
		return nil, []string{"the example itself has a fault: " + diags[i].String()}
	}
	return scope, nil
}
