package cloudformation_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/cloudformation"
)

// patience is how long any small template may take. It is far more than it
// needs, because tests share their machine.
const patience = 20 * time.Second

func parse(t testing.TB, name, text string) (*model.Scope, diag.List, error) {
	return parseAll(t, name, map[string]string{name: text})
}

// parseAll parses the template of that name, which may nest others.
func parseAll(t testing.TB, name string, texts map[string]string) (*model.Scope, diag.List, error) {
	fsys := fstest.MapFS{}
	for file, text := range texts {
		fsys[file] = &fstest.MapFile{Data: []byte(text)}
	}
	start := time.Now()
	scope, diags, err := cloudformation.New(fsys).Parse(context.Background(), name, cloudformation.Inputs{})
	if took := time.Since(start); took > patience {
		t.Errorf("took %s", took)
	}
	return scope, diags, err
}

const thing = "Resources:\n  A:\n    Type: Test::Unit::Thing\n    Properties:\n"

// What would run away is cut off, with a diagnostic that says so.
func TestHostile(t *testing.T) {
	bomb := "A0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 12 {
		bomb += fmt.Sprintf("A%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), i)
	}
	doubling := ""
	for i := range 60 {
		doubling += fmt.Sprintf("      V%d: &v%d {\"Fn::Sub\": [\"${A}${A}\", {A: %s}]}\n", i, i, map[bool]string{true: "xx", false: fmt.Sprintf("*v%d", i-1)}[i == 0])
	}
	chain := "Parameters: {P: {Type: String}}\nConditions:\n  C0: !Equals [!Ref P, a]\n"
	for i := range 60 {
		chain += fmt.Sprintf("  C%d: !And [!Condition C%d, !Condition C%d]\n", i+1, i, i)
	}
	forks, uses := "Parameters:\n", ""
	for i := range 200 {
		forks += fmt.Sprintf("  P%d: {Type: String}\n", i)
		uses += fmt.Sprintf("!If [C%d, a, b], ", i)
	}
	forks += "Conditions:\n"
	for i := range 200 {
		forks += fmt.Sprintf("  C%d: !Equals [!Ref P%d, a]\n", i, i)
	}
	loops := "  Fn::ForEach::L0: [V0, [a, b, c, d, e, f, g, h, i, j], "
	for i := 1; i < 9; i++ {
		loops += fmt.Sprintf("{Fn::ForEach::L%d: [V%d, [a, b, c, d, e, f, g, h, i, j], ", i, i)
	}
	loops += `{"X${V0}${V1}${V2}${V3}${V4}${V5}${V6}${V7}${V8}": {Type: Test::Unit::Thing}}` + strings.Repeat("]}", 8) + "]\n"
	for name, test := range map[string]struct{ text, want string }{
		"alias bomb":        {bomb + thing + "      B: *a12\n", "more than 200000 values"},
		"doubling texts":    {thing + doubling, "longer than 1048576 bytes"},
		"deep YAML":         {thing + "      B: " + strings.Repeat("[", 150) + strings.Repeat("]", 150) + "\n", "nested deeper"},
		"very deep YAML":    {thing + "      B: " + strings.Repeat("[", 50_000), ""},
		"conditions":        {chain + thing + "      B: !If [C60, a, b]\n", ""},
		"cyclic Ref":        {"Resources:\n  A: {Type: Test::Unit::Thing, Properties: {P: !Ref B}}\n  B: {Type: Test::Unit::Thing, Properties: {P: !Ref A}}\n", "wait for each other: A → B → A"},
		"macro":             {"Transform: [Explode]\n" + thing + "      B: !Ref Made\n", "the macro Explode is not run"},
		"unknown function":  {thing + "      B: {'Fn::Guess': 1}\n", "there is no intrinsic function Fn::Guess"},
		"outcomes":          {forks + thing + "      B: [" + uses + "]\n", "too many outcomes"},
		"loops":             {"Resources:\n" + loops, "multiplies into too much"},
		"broken everywhere": {"Resources:\n" + strings.Repeat("  A: [\n", 100_000), "the YAML cannot be read"},
		"dynamic":           {thing + "      B: \"" + strings.Repeat("{{resolve:ssm:a}}", 40_000) + "\"\n", ""},
		"half dynamic":      {thing + "      B: \"" + strings.Repeat("{{resolve:", 60_000) + "\"\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, diags, err := parse(t, "main.yaml", test.text)
			if err != nil {
				t.Fatal(err)
			}
			expect(t, diags, test.want)
		})
	}
}

func expect(t *testing.T, diags diag.List, want string) {
	t.Helper()
	for _, d := range diags {
		if strings.Contains(d.Summary, want) {
			return
		}
	}
	if want != "" {
		t.Errorf("no diagnostic says %q: %v", want, diags)
	}
}

func TestDeepJSON(t *testing.T) {
	_, diags, err := parse(t, "main.json", `{"Resources": `+strings.Repeat(`{"a":`, 200_000))
	if err != nil {
		t.Fatal(err)
	}
	expect(t, diags, "nested deeper than 100")
}

// A file over the limit is not read at all.
func TestLarge(t *testing.T) {
	_, _, err := parse(t, "main.yaml", thing+strings.Repeat("      # x\n", 2_000_000))
	if err == nil || !strings.Contains(err.Error(), "the limit for templates is 8 MB") {
		t.Errorf("the error is %v", err)
	}
}

// Stacks that nest each other, and templates that nest too many, come to an end.
func TestNestingBomb(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range 20 {
		text := "Resources:\n"
		for j := range 10 {
			text += fmt.Sprintf("  S%d: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: t%d.yaml}}\n", j, i+1)
		}
		fsys[fmt.Sprintf("t%d.yaml", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	start := time.Now()
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	_, diags, _ := cloudformation.New(fsys).Parse(ctx, "t0.yaml", cloudformation.Inputs{})
	if took := time.Since(start); took > patience {
		t.Errorf("took %s", took)
	}
	expect(t, diags, "stacks")
}

// What a conditional takes for granted does not leak out of its branch.
func TestWorldsEnd(t *testing.T) {
	scope, _, err := parse(t, "main.yaml", `
Parameters: {P: {Type: String, AllowedValues: [a, b]}}
Conditions: {C: !Equals [!Ref P, a]}
Resources:
  X:
    Type: Test::Unit::Thing
    Properties: {First: !If [C, !Ref P, !Ref P], Then: !Ref P}
`)
	if err != nil {
		t.Fatal(err)
	}
	x := scope.Resource("X")
	for _, path := range []string{"First", "Then"} {
		if got := x.At(path).Is("a"); got != model.Maybe {
			t.Errorf("%s is a: %v", path, got)
		}
		if got := x.At(path).Is("a", "b"); got != model.Yes {
			t.Errorf("%s is a or b: %v", path, got)
		}
	}
}
