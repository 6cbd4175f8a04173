package rego

import (
	"fmt"
	"slices"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// What is said in all cases is said as it is; what is put otherwise in each goes without words.
func TestCasesAreJoined(t *testing.T) {
	either := func(values ...string) model.Value {
		list := make([]model.Value, len(values))
		for i, v := range values {
			list[i] = text(v)
		}
		return model.OneOf("var.live has no value here", none, list...)
	}
	const rules = `deny contains {"path": "name", "message": message} if {
	some message in messages
}
messages contains "it has an x" if contains(input.resource.attributes.name, "x")
messages contains "it is one" if endswith(input.resource.attributes.name, "1")
messages contains "it is two" if endswith(input.resource.attributes.name, "2")
`
	for _, test := range []struct {
		name string
		fill map[string]model.Value
		want []string
	}{
		{"the same in all", map[string]model.Value{"name": either("x1", "ax2")}, []string{"fail it has an x", "unknown  is x1 or ax2"}},
		{"in some", map[string]model.Value{"name": either("x1", "a3")}, []string{"unknown  is x1 or a3"}},
		{"otherwise in each", map[string]model.Value{"name": either("a1", "b2")}, []string{"fail  is a1 or b2"}},
		{"in none", map[string]model.Value{"name": either("y", "z")}, nil},
		{
			"more cases than are tried",
			map[string]model.Value{"name": either("a1", "b1"), "owner": either("1", "2", "3", "4", "5", "6", "7", "8")},
			[]string{"fail it is one"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, _, err := checks.Judge(policyOf(t, rules), group(test.fill))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range found {
				got = append(got, fmt.Sprintf("%s %s", f.Verdict, f.Message))
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
