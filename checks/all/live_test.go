package all

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/awslive"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// What a template declares gets, once it is deployed, the verdicts that the template gets, of every check.
func TestDeployedExamples(t *testing.T) {
	agreed := 0
	each(t, func(t *testing.T, check *checks.Entry) {
		for _, e := range examplesOf(t, check) {
			if e.Format != model.CloudFormation || deployed.AboutCode(check) {
				continue
			}
			faults, ok := compareDeployed(t, check, e)
			if len(faults) > 0 {
				t.Errorf("%s:\n\t%s", e.Name, strings.Join(faults, "\n\t"))
			} else if ok {
				agreed++
			}
		}
	})
	t.Logf("%d examples agree with what they deploy", agreed)
	if agreed == 0 {
		t.Error("nothing was compared")
	}
}

// compareDeployed returns what is judged otherwise; ok is false where a transform makes of the template what only the
// platform knows.
func compareDeployed(t *testing.T, check *checks.Entry, e example.Example) (faults []string, ok bool) {
	t.Helper()
	template, _, err := parse(e)
	if err != nil {
		t.Fatal(err)
	}
	types := deployed.Types(e)
	if types == nil {
		return nil, false
	}
	outcomes := []*model.Scope{template}
	for i, o := range template.Outcomes {
		outcomes = append(outcomes[:i], o.Scope)
	}
	for _, outcome := range outcomes {
		want, got := byVerdict(verdicts(check, outcome)), byVerdict(verdicts(check, deploy(t, outcome, deployed.Template{Types: types})))
		for _, v := range want {
			if !slices.Contains(got, v) {
				faults = append(faults, "the deployed lacks "+v)
			}
		}
		for _, v := range got {
			if !slices.Contains(want, v) {
				faults = append(faults, "the deployed has "+v)
			}
		}
	}
	return faults, true
}

func byVerdict(found []verdict) []string {
	var out []string
	for _, v := range found {
		out = append(out, fmt.Sprintf("%s: %s", v.Verdict, madeUp.ReplaceAllString(v.Resource.Address, "")))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Where the list of a type is denied, every check of the type is undecided: nothing passes that nobody saw.
func TestDeniedListsNeverPass(t *testing.T) {
	asked := 0
	for _, r := range awslive.Readers() {
		unit := snapshot.Unit{
			Account: deployed.Account, Region: deployed.Region, Read: "test:List", Types: []string{r.Type},
			State: snapshot.Denied, Gap: &snapshot.Gap{State: snapshot.Denied, Action: "test:List"},
		}
		scope := scopeOf(t, unit, nil)
		graft.Fold(scope)
		for i := range Checks {
			found, judged := judge(&Checks[i], scope)
			if !judged {
				continue
			}
			asked++
			if len(found) == 0 && !mayPass(&Checks[i]) {
				t.Errorf("%s passes though no %s could be listed", Checks[i].ID, r.Type)
			}
			for _, f := range found {
				if f.Verdict != checks.Unknown {
					t.Errorf("%s says %s though no %s could be listed", Checks[i].ID, f.Verdict, r.Type)
				}
			}
		}
	}
	if asked == 0 {
		t.Error("nothing was asked")
	}
	t.Logf("%d pairs of a check and a list that is denied", asked)
}

// Where a call is denied, what it would have told is unknown: of an example that is at fault no call's denial makes one
// that passes.
func TestDeniedCallsNeverPass(t *testing.T) {
	denied := 0
	each(t, func(t *testing.T, check *checks.Entry) {
		for _, e := range examplesOf(t, check) {
			types := deployed.Types(e)
			if e.Format != model.CloudFormation || e.Kind != example.Bad || types == nil || mayPass(check) {
				continue
			}
			for _, r := range awslive.Readers() {
				if !slices.Contains(slices.Collect(maps.Values(types)), r.Type) {
					continue
				}
				for _, o := range r.Operations() {
					denied += deny(t, check, e, types, r.Type, o)
				}
			}
		}
	})
	if denied == 0 {
		t.Error("nothing was denied")
	}
	t.Logf("%d pairs of an example and a call that is denied", denied)
}

// deny judges an example of which what an operation tells of a type is denied.
func deny(t *testing.T, check *checks.Entry, e example.Example, types map[string]string, typ string, o awslive.Operation) int {
	t.Helper()
	template, _, err := parse(e)
	if err != nil {
		t.Fatal(err)
	}
	d := deployed.Template{Types: types, Denied: map[string]snapshot.Gap{}, DeniedType: typ}
	for _, path := range o.Paths {
		name, _, _ := strings.Cut(path, ".")
		d.Denied[name] = snapshot.Gap{State: snapshot.Denied, Action: o.Permission}
	}
	if len(d.Denied) == 0 || len(verdicts(check, deploy(t, template, d))) > 0 {
		return len(d.Denied)
	}
	t.Errorf("%s passes though %s is denied", e.Name, o.Permission)
	return 1
}

// deploy is the scope that a snapshot has of the resources of a template.
func deploy(t *testing.T, template *model.Scope, d deployed.Template) *model.Scope {
	t.Helper()
	unit := snapshot.Unit{Account: deployed.Account, Region: deployed.Region, Read: "test:List", State: snapshot.Complete}
	return scopeOf(t, unit, d.Resources(template))
}

// scopeOf is the scope of a snapshot with one unit.
func scopeOf(t *testing.T, unit snapshot.Unit, resources []snapshot.Resource) *model.Scope {
	t.Helper()
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	for _, err := range []error{
		w.Head(snapshot.Head{Tool: "test"}),
		w.Unit(unit, resources),
		w.Unit(rest(unit), nil),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	contents, diags, err := snapshot.Read(&text, "account.snapshot.gz")
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	scope, diags := snapshot.Scope(contents.Parts[0])
	if len(diags) > 0 {
		t.Error(diags)
	}
	return scope
}

// rest is a unit that has read all other types, of which there are none.
func rest(unit snapshot.Unit) snapshot.Unit {
	others := slices.DeleteFunc(slices.Clone(mapped()), func(typ string) bool { return slices.Contains(unit.Types, typ) })
	return snapshot.Unit{Account: unit.Account, Region: unit.Region, Read: "test:ListOthers", Types: others, State: snapshot.Complete}
}

var mapped = sync.OnceValue(func() []string {
	types := slices.Collect(vocabulary.CloudFormationTypes)
	return slices.DeleteFunc(types, func(typ string) bool { return len(cfnmap.Mains(typ)) == 0 })
})

// madeUp is what is before the logical id in an ARN.
var madeUp = regexp.MustCompile(`^arn:aws:[a-z0-9]+:::`)
