package main

import (
	"os"
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

// What docs/policies.md shows is what its commands write, and can be loaded and tested as it stands there.
func TestPoliciesPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/policies.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := func(start string) string { return blockOf(t, string(page), start) }
	t.Chdir(t.TempDir())
	lintelOut(t, 0, "policy", "new", "policies/acme/volume_encrypted")
	drafted, err := os.ReadFile("policies/acme/volume_encrypted.rego")
	if err != nil {
		t.Fatal(err)
	}
	if out := lintelOut(t, 0, "policy", "test", "policies"); out != shown("ok   acme-volume-encrypted") {
		t.Errorf("policy test prints\n%s", out)
	}
	for line := range strings.Lines(shown("# METADATA")) {
		if !strings.Contains(string(drafted), line) {
			t.Errorf("policy new does not write %s", line)
		}
	}
	for name, start := range map[string]string{"volume_encrypted.rego": "# METADATA", "volume_encrypted.txtar": "-- bad/off.tf --", "logs.yaml": "id: acme-log-retention"} {
		if err := os.WriteFile(name, []byte(shown(start)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if out := lintelOut(t, 0, "policy", "test", "volume_encrypted.rego"); !strings.Contains(out, "3 examples of terraform, terraform_plan") {
		t.Errorf("the page's own examples: %s", out)
	}
	if out := lintelOut(t, 0, "policy", "check", "logs.yaml"); !strings.Contains(out, "acme-log-retention  low  aws_cloudwatch_log_group") {
		t.Errorf("the page's own form: %s", out)
	}
}

// blockOf is the indented block of a page that begins with a text.
func blockOf(t *testing.T, page, start string) string {
	t.Helper()
	_, after, found := strings.Cut(page, "\n    "+start)
	if !found {
		t.Fatalf("no block begins with %q", start)
	}
	block := ""
	for line := range strings.Lines("    " + start + after) {
		inner, indented := strings.CutPrefix(line, "    ")
		if !indented && strings.TrimSpace(line) != "" {
			break
		}
		block += inner
	}
	return strings.TrimRight(block, "\n") + "\n"
}
