package all

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/parser/tfplan"
	"github.com/lintel-iac/lintel/parser/tfplan/written"
)

// The plan that a provider would make of an example gets the verdicts that the
// example gets, of every check: by itself, and with the source at hand at the same
// places.
func TestPlansOfExamples(t *testing.T) {
	var agreed, unplanned int
	each(t, func(t *testing.T, check *checks.Entry) {
		for _, e := range examplesOf(t, check) {
			if e.Format != model.Terraform {
				continue
			}
			faults, err := comparePlan(check, e)
			switch {
			case errors.Is(err, written.ErrNoPlan):
				unplanned++
			case err != nil:
				t.Errorf("%s: %v", e.Name, err)
			case len(faults) > 0:
				t.Errorf("%s:\n\t%s", e.Name, strings.Join(faults, "\n\t"))
			default:
				agreed++
			}
		}
	})
	t.Logf("%d examples agree with their plans; Terraform would refuse to plan %d", agreed, unplanned)
}

// comparePlan returns what of an example's plan is judged otherwise.
func comparePlan(check *checks.Entry, e example.Example) ([]string, error) {
	source, _, err := parse(e)
	if err != nil {
		return nil, err
	}
	fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		return nil, err
	}
	text, err := written.Plan(fsys, ".", source)
	if err != nil {
		return nil, err
	}
	alone, _, diags := tfplan.Read(text, "plan.json", tfplan.None)
	if diags.HasErrors() {
		return nil, fmt.Errorf("the plan is not read: %v", diags)
	}
	located, _, _ := tfplan.Read(bytes.Clone(text), "plan.json", tfplan.None)
	again, _, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil {
		return nil, err
	}
	tfplan.Locate(located, again)

	want := verdicts(check, source)
	if declines(check, source) {
		return nil, nil
	}
	faults := differences("with its source", want, verdicts(check, located), verdict.withPlace)
	want, got := decided(source, want, verdicts(check, alone))
	return append(faults, differences("by itself", want, got, verdict.byItself)...), nil
}

// verdict is a finding as far as source and plan have it in common.
type verdict struct{ checks.Finding }

func verdicts(check *checks.Entry, scope *model.Scope) []verdict {
	graft.Fold(scope)
	found, _ := judge(check, scope)
	out := make([]verdict, len(found))
	for i, f := range found {
		out[i] = verdict{f}
	}
	return out
}

// declines tells whether a check says nothing of plans on purpose.
func declines(check *checks.Entry, source *model.Scope) bool {
	source.Format = model.TerraformPlan
	defer func() { source.Format = model.Terraform }()
	_, judged := judge(check, source)
	return !judged
}

// decided leaves out what a plan by itself may leave undecided, since it holds too
// little of a resource or companion.
func decided(source *model.Scope, want, got []verdict) (_, _ []verdict) {
	hidden := func(r *model.Resource) bool { return r != nil && hides(source, r.Address, "") }
	open := make(map[string]bool)
	got = slices.DeleteFunc(got, func(v verdict) bool {
		excused := v.Verdict == checks.Unknown && (hidden(v.Resource) || hidden(v.Companion))
		open[v.Resource.Address] = open[v.Resource.Address] || excused
		return excused
	})
	want = slices.DeleteFunc(slices.Clone(want), func(v verdict) bool {
		same := func(g verdict) bool { return g.byItself() == v.byItself() }
		return !slices.ContainsFunc(got, same) && (open[v.Resource.Address] || hides(source, v.Resource.Address, v.At.Origin.Name))
	})
	return want, got
}

// hides tells whether something in a resource is not known of which its author
// wrote more than a plan holds: the structure of a text, the branches of a
// conditional, what is in blocks for which the schema has an attribute, all of a
// provider's configuration. With a name
// the value of that name is asked about alone.
func hides(source *model.Scope, address, name string) bool {
	r := source.Resource(address)
	if r == nil || r.Mode == model.Provider {
		return r != nil
	}
	for v := range leaves(r.Body) {
		structured := v.State == model.Unknown && (v.Doc != nil || len(v.Why.Parts)+len(v.Why.Alternatives) > 0)
		if structured && (name == "" || name == v.Origin.Name) {
			return true
		}
	}
	if name != "" {
		return false
	}
	members, _ := r.Body.Data.(model.Members)
	for name, member := range members.All() {
		if a := vocabulary.Resource(r.Type).Attribute(name); a == nil || a.Nested == nil {
			continue
		}
		for v := range leaves(member) {
			if v.State == model.Unknown {
				return true
			}
		}
	}
	return false
}

// leaves yields all values that are no lists or objects.
func leaves(v model.Value) func(yield func(model.Value) bool) {
	return func(yield func(model.Value) bool) { walk(v, yield) }
}

func walk(v model.Value, yield func(model.Value) bool) bool {
	switch data := v.Data.(type) {
	case []model.Value:
		for _, e := range data {
			if !walk(e, yield) {
				return false
			}
		}
		return true
	case model.Members:
		for _, m := range data.All() {
			if !walk(m, yield) {
				return false
			}
		}
		return true
	}
	return yield(v)
}

func (v verdict) withPlace() string {
	companion := ""
	if v.Companion != nil {
		companion = " in " + v.Companion.Address
	}
	return fmt.Sprintf("%s%s at %s", v.byItself(), companion, place(v.Finding))
}

func (v verdict) byItself() string {
	return fmt.Sprintf("%s: %s: %s", v.Verdict, v.Resource.Address, lists.ReplaceAllStringFunc(v.Message, sortWords))
}

// lists are lists in messages: sets come in another order in a plan.
var lists = regexp.MustCompile(`\[[^\]]*\]`)

func sortWords(list string) string {
	words := strings.Split(strings.Trim(list, "[]"), ", ")
	slices.Sort(words)
	return "[" + strings.Join(words, ", ") + "]"
}

// differences compares what source and plan get.
func differences(what string, source, plan []verdict, text func(verdict) string) []string {
	var faults []string
	add := func(word string, have, other []verdict) {
		for _, v := range have {
			if !slices.ContainsFunc(other, func(o verdict) bool { return text(o) == text(v) }) {
				faults = append(faults, fmt.Sprintf("%s the plan %s %s", what, word, text(v)))
			}
		}
	}
	add("lacks", source, plan)
	add("has", plan, source)
	return faults
}

// Whether its author left an attribute out decides whether a check ever fails, since
// a third of what can be set is computed where it is not. A plan has that in its
// configuration; without it, nobody can tell.
func TestComputedWhereLeftOut(t *testing.T) {
	const plan = `{"format_version":"1.2","planned_values":{"root_module":{"resources":[
		{"address":"aws_ebs_volume.v","mode":"managed","type":"aws_ebs_volume","name":"v","values":{"size":10}}]}},
		"resource_changes":[{"address":"aws_ebs_volume.v","change":{"actions":["create"],"after_unknown":{"encrypted":true,"id":true}}}]`
	const configuration = `,"configuration":{"root_module":{"resources":[
		{"address":"aws_ebs_volume.v","mode":"managed","type":"aws_ebs_volume","name":"v","expressions":{"size":{"constant_value":10}}}]}}`
	check := &Find("aws-ebs-volume-unencrypted")[0]
	for _, test := range []struct {
		text        string
		want        checks.Verdict
		diagnostics int
	}{{plan + configuration + "}", checks.Fail, 0}, {plan + "}", checks.Unknown, 1}} {
		scope, _, diags := tfplan.Read([]byte(test.text), "plan.json", tfplan.None)
		found := verdicts(check, scope)
		if len(found) != 1 || found[0].Verdict != test.want || len(diags) != test.diagnostics {
			t.Errorf("got %v and %v, want %s and %d diagnostics", found, diags, test.want, test.diagnostics)
		}
	}
}
