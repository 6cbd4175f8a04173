package scan

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

func newSummary() Summary {
	return Summary{Skipped: map[string]int{}, Unchecked: map[string]int{}, BySeverity: map[string]int{}}
}

// cover counts a managed resource.
func (s *Summary) cover(selected *selection, r *model.Resource) {
	s.Resources++
	if selected.judges(r) {
		s.Checked++
	}
	if !selected.knows(r) {
		s.Unchecked[provider(r.Type)]++
	}
}

// provider is the local name of the provider to which Terraform gives resources of
// a type: what stands before the first underscore.
func provider(typ string) string {
	name, _, _ := strings.Cut(typ, "_")
	return name
}

// add adds the counts of one scope.
func (s *Summary) add(other Summary) {
	s.Passed += other.Passed
	s.Failed += other.Failed
	s.Unknown += other.Unknown
	s.Resources += other.Resources
	s.Checked += other.Checked
	for name, n := range other.Unchecked {
		s.Unchecked[name] += n
	}
}

// count counts a verdict.
func (s *Summary) count(v checks.Verdict) {
	switch v {
	case checks.Fail:
		s.Failed++
	case checks.Unknown:
		s.Unknown++
	default:
		s.Passed++
	}
}

func (s *Summary) bySeverity(findings []Finding) {
	for _, f := range findings {
		if f.Verdict == checks.Fail && f.Suppressed == nil {
			s.BySeverity[f.Check.Severity.String()]++
		}
	}
}

// require holds the run to the coverage asked for. A root without resources has
// nothing to cover; a run without a root looked at nothing.
func (s *Summary) require(percent int, diags *diag.List) {
	if percent == 0 || s.Resources == 0 && s.Roots > 0 {
		return
	}
	if s.Checked*100 < percent*s.Resources || s.Resources == 0 {
		diags.Errorf(model.Range{}, "checks cover %d of %d resources, less than the %d %% that are required", s.Checked, s.Resources, percent)
	}
}
