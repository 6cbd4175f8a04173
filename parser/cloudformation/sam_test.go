package cloudformation_test

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/cloudformation"
)

// Every policy template that is known makes statements with actions and resources.
func TestPolicyTemplates(t *testing.T) {
	names := cloudformation.PolicyTemplates()
	if len(names) < 80 {
		t.Errorf("only %d policy templates", len(names))
	}
	text := "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n"
	for _, name := range names {
		text += "        - " + name + ": {}\n"
	}
	scope, diags, err := parse(t, "main.yaml", text)
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	made := 0
	for _, r := range scope.OfType("aws_iam_role_policy") {
		document := r.At("policy").Doc
		if document == nil {
			continue
		}
		made++
		for statement := range document.Each("Statement") {
			action, _ := statement.At("Action").Data.([]model.Value)
			resource, _ := statement.At("Resource").Data.([]model.Value)
			if len(action) == 0 || len(resource) == 0 || !strings.Contains(action[0].String(), ":") {
				t.Errorf("%s: a statement allows %v on %v", r.Address, action, resource)
			}
		}
	}
	if made != len(names) {
		t.Errorf("%d policies of %d templates", made, len(names))
	}
}
