package awslive

import (
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Whoever reads may read, and nothing else.
func TestPermissionsOnlyRead(t *testing.T) {
	for _, p := range Permissions(Readers()) {
		_, action, _ := strings.Cut(p, ":")
		if !reading.MatchString(action) {
			t.Errorf("%s is asked for", p)
		}
	}
}

var reading = regexp.MustCompile(`^(Get|List|Describe|BatchGet|GET$)`)

// The roles in examples/live allow the same, beside what the platform's own policy for audits has, and nothing that no
// call takes.
func TestRolesOfExamples(t *testing.T) {
	module, template := allowed(t, "role/main.tf", `(?m)^ +"([a-z0-9-]+:[A-Za-z*]+)",$`), allowed(t, "role.cfn.yaml", `(?m)^ +- ([a-z0-9-]+:[A-Za-z*]+)$`)
	if len(module) == 0 || !slices.Equal(module, template) {
		t.Errorf("the module allows %v, the template %v", module, template)
	}
	for _, pattern := range module {
		takes := func(permission string) bool {
			matches, err := path.Match(pattern, permission)
			return err == nil && matches
		}
		if !slices.ContainsFunc(Permissions(Readers()), takes) {
			t.Errorf("no call takes %s", pattern)
		}
	}
}

func allowed(t *testing.T, file, action string) []string {
	t.Helper()
	text, err := os.ReadFile("../../examples/live/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, m := range regexp.MustCompile(action).FindAllStringSubmatch(string(text), -1) {
		found = append(found, m[1])
	}
	return found
}

// No call reads what a secret or an object holds.
func TestNoDataIsRead(t *testing.T) {
	forbidden := []string{
		"s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "lambda:GetFunction", "kms:Decrypt",
		"dynamodb:GetItem", "dynamodb:Scan", "dynamodb:Query", "iam:GetCredentialReport", "cloudformation:GetTemplate", "logs:GetLogEvents",
	}
	for _, p := range Permissions(Readers()) {
		if slices.Contains(forbidden, p) {
			t.Errorf("%s is asked for", p)
		}
	}
}
