package cloudformation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// outcomesOf says of each outcome what it takes for granted, and what it has, as
// "IsProd !IsDev: V W".
func outcomesOf(scope *model.Scope) []string {
	var found []string
	for _, o := range scope.Outcomes {
		var given, there []string
		for _, g := range o.Given {
			given = append(given, map[bool]string{true: "", false: "!"}[g.Holds]+g.Condition)
		}
		for _, r := range o.Scope.Resources {
			if r.Mode == model.Managed {
				there = append(there, r.Address)
			}
			if r.Doubtful || r.Body.At("P").State == model.Unknown {
				there = append(there, "?")
			}
		}
		found = append(found, strings.Join(given, " ")+": "+strings.Join(there, " "))
	}
	return found
}

const thingOf = "  %s: {Type: Test::Unit::Thing, Properties: {P: %s}}\n"

// A condition has one value everywhere in an outcome, and what follows from others
// makes none of its own.
func TestOutcomes(t *testing.T) {
	const head = `
Parameters:
  Env: {Type: String, AllowedValues: [dev, test, prod]}
  Name: {Type: String}
  Known: {Type: String, Default: "yes"}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Equals [!Ref Env, dev]
  IsTest: !Equals [!Ref Env, test]
  NotProd: !Not [!Condition IsProd]
  Never: !Equals [!Ref Env, other]
  Decided: !Equals [!Ref Known, "yes"]
  Named: !Not [!Equals [!Ref Name, ""]]
  Both: !And [!Condition IsProd, !Condition Named]
  Loop: !Not [!Condition Loop]
Resources:
`
	for _, test := range []struct {
		name, resources string
		want            []string
	}{
		{"nothing depends on any", "  A: {Type: Test::Unit::Thing}\n", nil},
		{"decided", "  A: {Type: Test::Unit::Thing, Condition: Decided}\n  B: {Type: Test::Unit::Thing, Condition: Never}\n", nil},
		{"same on both sides", fmt.Sprintf(thingOf, "A", "!If [IsProd, a, a]"), nil},
		{"of a resource", "  A: {Type: Test::Unit::Thing, Condition: IsProd}\n", []string{"IsProd: A", "!IsProd: "}},
		{"of a property", fmt.Sprintf(thingOf, "A", "!If [IsProd, a, b]"), []string{"IsProd: A", "!IsProd: A"}},
		{"opposites are one", "  A: {Type: Test::Unit::Thing, Condition: IsProd}\n  B: {Type: Test::Unit::Thing, Condition: NotProd}\n",
			[]string{"IsProd: A", "!IsProd: B"}},
		{"values exclude each other", "  A: {Type: Test::Unit::Thing, Condition: IsProd}\n  B: {Type: Test::Unit::Thing, Condition: IsDev}\n  C: {Type: Test::Unit::Thing, Condition: IsTest}\n",
			[]string{"IsProd !IsDev: A", "!IsProd IsDev: B", "!IsProd !IsDev: C"}},
		{"one in the other", fmt.Sprintf(thingOf, "A", "!If [IsProd, !If [Named, a, b], !If [NotProd, c, d]]"),
			[]string{"!IsProd: A", "IsProd Named: A", "IsProd !Named: A"}},
		{"the whole before its parts", "  A: {Type: Test::Unit::Thing, Condition: Both}\n  B: {Type: Test::Unit::Thing, Condition: IsProd}\n  C: {Type: Test::Unit::Thing, Condition: Named}\n",
			[]string{"Both IsProd Named: A B C", "!Both IsProd !Named: B", "!Both !IsProd Named: C", "!Both !IsProd !Named: "}},
		{"a condition that contradicts itself", "  A: {Type: Test::Unit::Thing, Condition: Loop}\n", nil},
		{"outputs do not count", "  A: {Type: Test::Unit::Thing}\nOutputs:\n  O: {Value: !If [IsProd, a, b]}\n", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			scope, _, err := parse(t, "main.yaml", head+test.resources)
			if err != nil {
				t.Fatal(err)
			}
			got := outcomesOf(scope)
			slices.Sort(got)
			if slices.Sort(test.want); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

// A nested stack has conditions of its own, under its own name.
func TestOutcomesOfNestedStacks(t *testing.T) {
	scope, _, err := parseAll(t, "main.yaml", map[string]string{
		"main.yaml": `
Parameters: {Env: {Type: String}}
Conditions: {IsProd: !Equals [!Ref Env, prod]}
Resources:
  A: {Type: Test::Unit::Thing, Condition: IsProd}
  Same: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml, Parameters: {Size: !If [IsProd, large, small]}}}
  Own: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml, Parameters: {Size: !Ref AWS::Region}}}
`,
		"inner.yaml": `
Parameters: {Size: {Type: String}}
Conditions: {Large: !Equals [!Ref Size, large]}
Resources:
  B: {Type: Test::Unit::Thing, Condition: Large}
`})
	if err != nil {
		t.Fatal(err)
	}
	got := outcomesOf(scope)
	slices.Sort(got)
	want := []string{
		"!IsProd !Own/Large: Same Own", "!IsProd Own/Large: Same Own Own/B",
		"IsProd !Own/Large: A Same Same/B Own", "IsProd Own/Large: A Same Same/B Own Own/B",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Of too many outcomes the last leave open what comes last, and a diagnostic says so.
func TestManyOutcomes(t *testing.T) {
	text, resources := "Parameters:\n", ""
	conditions := "Conditions:\n"
	for i := range 10 {
		text += fmt.Sprintf("  P%d: {Type: String}\n", i)
		conditions += fmt.Sprintf("  C%d: !Equals [!Ref P%d, a]\n", i, i)
		resources += fmt.Sprintf(thingOf, fmt.Sprintf("A%d", i), fmt.Sprintf("!If [C%d, a, b]", i))
	}
	scope, diags, err := parse(t, "main.yaml", text+conditions+"Resources:\n"+resources)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, diags, "too many outcomes to judge each: whether C6 holds is left open in some")
	if len(scope.Outcomes) != model.MaxOutcomes {
		t.Errorf("there are %d", len(scope.Outcomes))
	}
	for _, o := range outcomesOf(scope) {
		if want := "A0 A1 A2 A3 A4 A5 A6 ? A7 ? A8 ? A9 ?"; !strings.HasSuffix(o, want) {
			t.Errorf("got %q", o)
		}
	}
}
