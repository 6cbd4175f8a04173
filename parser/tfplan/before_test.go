package tfplan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// changing is a plan with one volume, which the state before had with the address
// was, and what the plan says it does to it.
func changing(was, change string) string {
	const volume = `{"address":%q,"mode":"managed","type":"aws_ebs_volume","name":"v","values":{"encrypted":%t}}`
	prior := ""
	if was != "" {
		prior = `"prior_state":{"values":{"root_module":{"resources":[` + fmt.Sprintf(volume, was, false) + `]}}},`
	}
	return `{"format_version":"1.2","planned_values":{"root_module":{"resources":[` + fmt.Sprintf(volume, "aws_ebs_volume.v", true) + `]}},` +
		prior + `"resource_changes":[` + change + `],"configuration":{"root_module":{"resources":[]}}}`
}

// before is what stands in the scope before a plan, a line for each resource.
func before(t *testing.T, plan string) string {
	t.Helper()
	scope, _, diags := Read([]byte(plan), "plan.json", None)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	switch scope.Before {
	case nil:
		return "nothing is told"
	case scope:
		return "the same"
	}
	var lines []string
	for _, r := range scope.Before.Resources {
		line := fmt.Sprintf("%s %v %t", r.Address, r.Body.At("encrypted"), r.Forgotten)
		if r.Replaced {
			line += " replaced"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestBefore(t *testing.T) {
	const address = `"address":"aws_ebs_volume.v","mode":"managed","type":"aws_ebs_volume"`
	for name, test := range map[string]struct{ was, change, want string }{
		"nothing is told": {"", "", "nothing is told"},
		"state alone":     {"aws_ebs_volume.v", "", "nothing is told"},
		"no change":       {"aws_ebs_volume.v", `{` + address + `,"change":{"actions":["no-op"]}}`, "the same"},
		"created":         {"", `{` + address + `,"change":{"actions":["create"],"before":null}}`, ""},
		"updated":         {"aws_ebs_volume.v", `{` + address + `,"change":{"actions":["update"]}}`, "aws_ebs_volume.v false false"},
		"moved":           {"aws_ebs_volume.v", `{` + address + `,"previous_address":"aws_ebs_volume.w","change":{"actions":["no-op"]}}`, "aws_ebs_volume.v false false"},
		"not yet moved":   {"aws_ebs_volume.w", `{` + address + `,"previous_address":"aws_ebs_volume.w","change":{"actions":["no-op"]}}`, "aws_ebs_volume.v false false"},
		"cut out":         {"", `{` + address + `,"change":{"actions":["update"],"before":{"encrypted":false}}}`, "aws_ebs_volume.v false false"},
		"forgotten":       {"aws_ebs_volume.v", `{` + address + `,"change":{"actions":["forget"]}}`, "aws_ebs_volume.v false true"},
		"replaced":        {"aws_ebs_volume.v", `{` + address + `,"change":{"actions":["delete","create"]}}`, "aws_ebs_volume.v false false replaced"},
		"made first":      {"aws_ebs_volume.v", `{` + address + `,"change":{"actions":["create","delete"]}}`, "aws_ebs_volume.v false false replaced"},
		"deposed":         {"aws_ebs_volume.v", `{` + address + `,"deposed":"x","change":{"actions":["delete"],"before":{"encrypted":true}}}`, "aws_ebs_volume.v false false"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := before(t, changing(test.was, test.change)); got != test.want {
				t.Errorf("before the plan there is %q, not %q", got, test.want)
			}
		})
	}
}

// What is secret before the plan is secret where the plan says so of it.
func TestSecretsBefore(t *testing.T) {
	plan := changing("", `{"address":"aws_ebs_volume.v","change":{"actions":["update"],"before":{"encrypted":false,"tags":{"a":"x"}},"before_sensitive":{"tags":true}}}`)
	scope, _, _ := Read([]byte(plan), "plan.json", None)
	if tags := scope.Before.Resource("aws_ebs_volume.v").Body.At("tags"); !tags.Sensitive || tags.State != model.Known {
		t.Errorf("tags are %v", tags)
	}
}
