package all

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/compose"
	"github.com/lintel-iac/lintel/parser/dockerfile"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// run holds what a check says of an example against what is wanted, and
// returns what is wrong.
func run(check *checks.Entry, e example.Example) []string {
	if check.Loss {
		return runLoss(check, e)
	}
	scope, diags, err := parse(e)
	if err != nil {
		return []string{err.Error()}
	}
	var faults []string
	diags = append(diags, graft.Fold(scope)...)
	for _, outcome := range scope.Outcomes {
		graft.Fold(outcome.Scope)
	}
	for _, d := range diags {
		if d.Severity == diag.Error && !refused(e) {
			faults = append(faults, "the example itself has a fault: "+d.String())
		}
	}
	found, judged := judge(check, scope)
	if !judged {
		faults = append(faults, "nothing in the example was judged")
	}
	return append(faults, compare(e, found)...)
}

// refused tells whether an example is one that its platform refuses, as the name says:
// its parser reports that, and the check says why.
func refused(e example.Example) bool { return strings.Contains(e.Name, "/refused") }

func parse(e example.Example) (*model.Scope, diag.List, error) {
	fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		return nil, nil, err
	}
	ctx, first := context.Background(), e.Files[0].Name
	switch e.Format {
	case model.Terraform:
		return terraform.New(fsys).Parse(ctx, ".", terraform.Inputs{})
	case model.CloudFormation:
		return cloudformation.New(fsys).Parse(ctx, first, cloudformation.Inputs{})
	case model.Dockerfile:
		return dockerfile.Parse(ctx, fsys, first)
	case model.Compose:
		return compose.Parse(ctx, fsys, first)
	}
	return nil, nil, fmt.Errorf("there is no parser of %s yet", e.Format)
}

// judge runs the check on every resource that a scan would show it, in each outcome
// of the scope if it has any.
func judge(check *checks.Entry, scope *model.Scope) (found []checks.Finding, judged bool) {
	if len(scope.Outcomes) == 0 {
		found, looked := deployed.Judge(check, scope)
		return found, len(looked) > 0
	}
	type sameness struct {
		resource, message string
		verdict           checks.Verdict
		at                model.Range
	}
	in := map[sameness]uint64{}
	key := func(f checks.Finding) sameness { return sameness{f.Resource.Address, f.Message, f.Verdict, place(f)} }
	for i, outcome := range scope.Outcomes {
		here, looked := deployed.Judge(check, outcome.Scope)
		for _, f := range here {
			if in[key(f)] == 0 {
				found = append(found, f)
			}
			in[key(f)] |= 1 << i
		}
		judged = judged || len(looked) > 0
	}
	for i, f := range found {
		if when := scope.Outcomes.When(in[key(f)]); when != nil {
			found[i].Message += ", " + model.Sentence(when)
		}
	}
	return found, judged
}

// compare returns what is wrong with what was found.
func compare(e example.Example, found []checks.Finding) []string {
	said := make([]example.Said, len(found))
	for i, f := range found {
		at := place(f)
		said[i] = example.Said{Verdict: f.Verdict, Want: example.Want{File: at.File, Line: int(at.Start.Line), Message: f.Message}}
	}
	return e.Faults(said)
}

func place(f checks.Finding) model.Range {
	at := f.At.Origin.Range
	if at.File == "" && f.Companion != nil {
		at = f.Companion.Location
	}
	if at.File == "" {
		at = f.Resource.Location
	}
	return at
}

// A runner that lets a wrong example pass would make every other test here
// worthless.
func TestRunnerRejects(t *testing.T) {
	const on = "-- good/on.tf --\nresource \"aws_ebs_volume\" \"v\" {\n  encrypted = true\n}\n"
	const off = "resource \"aws_ebs_volume\" \"v\" {\n  # want: encrypted is false\n  encrypted = false\n}\n"
	for _, test := range []struct{ name, archive, fault string }{
		{"right", "-- bad/off.tf --\n" + off, ""},
		{"right too", on, ""},
		{"other message", "-- bad/off.tf --\n" + strings.Replace(off, "is false", "is true", 1), "not wanted: fail: off.tf:3: encrypted is false"},
		{"other line", "-- bad/off.tf --\n# want: encrypted is false\n" + strings.Replace(off, "  # want: encrypted is false\n", "", 1), "not found: fail: off.tf:2: encrypted is false"},
		{"one too many", "-- bad/off.tf --\n" + strings.Replace(off, "  # want", "  # want: another\n  # want", 1), "not found: fail: off.tf:4: another"},
		{"other verdict", "-- maybe/off.tf --\n" + off, "not wanted: fail: off.tf:3: encrypted is false"},
		{"fault in a good one", "-- good/off.tf --\nresource \"aws_ebs_volume\" \"v\" {\n}\n", "not wanted: fail: off.tf:1: encrypted is not set"},
		{"nothing judged", "-- good/other.tf --\nresource \"aws_ebs_snapshot\" \"s\" {\n}\n", "nothing in the example was judged"},
		{"broken", strings.Replace(on, "}\n", "", 1), "the example itself has a fault"},
		{"other format", strings.Replace(on, "on.tf", "on.cfn.yaml", 1), "the example itself has a fault"},
	} {
		t.Run(test.name, func(t *testing.T) {
			examples, err := example.Parse([]byte(test.archive))
			if err != nil {
				t.Fatal(err)
			}
			faults := run(&Find("aws-ebs-volume-unencrypted")[0], examples[0])
			if test.fault == "" && len(faults) > 0 {
				t.Errorf("a right example is refused: %q", faults)
			}
			if !slices.ContainsFunc(append(faults, ""), func(f string) bool { return strings.HasPrefix(f, test.fault) }) {
				t.Errorf("got %q, want %q", faults, test.fault)
			}
		})
	}
}
