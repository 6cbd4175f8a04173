package scan

import (
	"slices"
	"testing"

	"github.com/lintel-iac/lintel/checks"
)

func TestEvidence(t *testing.T) {
	finding := func(id string, verdict checks.Verdict, suppressed bool) Finding {
		f := Finding{Finding: checks.Finding{Check: &checks.Entry{ID: id}, Verdict: verdict}}
		if suppressed {
			f.Suppressed = &Suppression{}
		}
		return f
	}
	r := &Report{Findings: []Finding{
		finding("bad", checks.Fail, false), finding("bad", checks.Unknown, false), finding("open", checks.Unknown, false),
		finding("accepted", checks.Fail, true), finding("good", checks.Passed, false),
	}}
	control := func(ids ...string) checks.Control { return checks.Control{Checks: ids} }
	framework := checks.Framework{Controls: []checks.Control{
		control("bad", "good"), control("open", "accepted"), control("accepted", "good"), control("good"), control("other"), control(),
	}}
	r.evidence([]checks.Framework{framework}, map[string]bool{"bad": true, "open": true, "accepted": true, "good": true})
	want := []ControlStatus{ControlFailed, ControlUndecided, ControlAccepted, ControlPassed, ControlUntouched, ControlUnchecked}
	findings := []int{2, 2, 1, 0, 0, 0}
	for i, got := range r.Evidence[0].Results {
		if got.Status != want[i] || len(got.Findings) != findings[i] {
			t.Errorf("control %d is %s with %d findings, want %s with %d", i, got.Status, len(got.Findings), want[i], findings[i])
		}
	}
}

func TestFrameworkChooses(t *testing.T) {
	entry := func(id string, opinion bool) checks.Entry {
		return checks.Entry{ID: id, Check: &checks.Check{Opinion: opinion, Rule: checks.Func{On: "x"}}}
	}
	o := Options{
		Checks:     []checks.Entry{entry("a", false), entry("b", true), entry("c", false)},
		Frameworks: []checks.Framework{{Controls: []checks.Control{{Checks: []string{"b", "c"}}}}},
		Skip:       []string{"c"},
	}
	chosen, err := o.Select()
	var ids []string
	for _, e := range chosen {
		ids = append(ids, e.ID)
	}
	if want := []string{"b"}; err != nil || !slices.Equal(ids, want) {
		t.Errorf("got %v, %v, want %v: an opinion that is evidence, not what is skipped or has nothing to do with it", ids, err, want)
	}
}
