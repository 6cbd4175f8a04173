// Package diag reports what could not be read or decided. Nothing is dropped
// silently: what is skipped leaves a Diagnostic with a place.
package diag

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/lintel-iac/lintel/model"
)

// Severity says what a diagnostic means for the run.
type Severity string

const (
	// Error: content was lost. The run exits with 3.
	Error Severity = "error"
	// Warning: something is merely not known. Only --strict makes it count.
	Warning Severity = "warning"
	// Info is worth knowing and changes nothing.
	Info Severity = "info"
)

// Diagnostic is one report. Summary says what, Detail the way out.
type Diagnostic struct {
	Severity Severity
	Summary  string
	Detail   string
	Range    model.Range
}

func (d Diagnostic) String() string {
	if d.Range.File == "" {
		return fmt.Sprintf("%s: %s", d.Severity, d.Summary)
	}
	return fmt.Sprintf("%s: %s: %s", d.Range, d.Severity, d.Summary)
}

// List collects diagnostics.
type List []Diagnostic

// Errorf, Warnf and Infof add a diagnostic at a place.
func (l *List) Errorf(at model.Range, format string, args ...any) {
	l.Add(Diagnostic{Severity: Error, Summary: fmt.Sprintf(format, args...), Range: at})
}

func (l *List) Warnf(at model.Range, format string, args ...any) {
	l.Add(Diagnostic{Severity: Warning, Summary: fmt.Sprintf(format, args...), Range: at})
}

func (l *List) Infof(at model.Range, format string, args ...any) {
	l.Add(Diagnostic{Severity: Info, Summary: fmt.Sprintf(format, args...), Range: at})
}

func (l *List) Add(d ...Diagnostic) { *l = append(*l, d...) }

// HasErrors tells whether content was lost.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sort orders by place, then text, and drops repetitions.
func (l *List) Sort() {
	slices.SortFunc(*l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Range.File, b.Range.File),
			cmp.Compare(a.Range.Start.Line, b.Range.Start.Line),
			cmp.Compare(a.Range.Start.Column, b.Range.Start.Column),
			cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Summary, b.Summary),
			cmp.Compare(a.Detail, b.Detail),
		)
	})
	*l = slices.Compact(*l)
}
