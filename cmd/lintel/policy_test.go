package main

import (
	"strings"
	"testing"
)

// The policies that are shipped as examples pass their own examples, in each format.
func TestExamplePolicies(t *testing.T) {
	var out, errs strings.Builder
	if status := run([]string{"lintel", "policy", "test", "../../examples/policies"}, strings.NewReader(""), &out, &errs); status != 0 {
		t.Errorf("status %d\n%s%s", status, out.String(), errs.String())
	}
	for _, want := range []string{
		"ok   acme-allowed-regions  10 examples of cloudformation, live, terraform, terraform_plan",
		"ok   acme-approved-images  18 examples of cloudformation, compose, dockerfile, live, terraform, terraform_plan",
		"ok   acme-approved-modules  12 examples of cloudformation, terraform, terraform_plan",
		"ok   acme-naming  10 examples of cloudformation, compose, live, terraform, terraform_plan",
		"ok   acme-public-addresses  10 examples of cloudformation, compose, live, terraform, terraform_plan",
		"ok   acme-required-tags  12 examples of cloudformation, live, terraform, terraform_plan",
		"ok   acme.required_tags_test.test_a_team_owns_it: passed",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not there:\n%s", want, out.String())
		}
	}
}
