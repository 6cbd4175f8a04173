package all

import (
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
)

// A group that a template gives out may be used by another stack. It is no example of the
// check, because what is deployed tells of outputs nothing.
func TestExportedGroupMayBeUsed(t *testing.T) {
	const group = "Resources:\n  Callers:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: callers\n"
	for output, want := range map[string]checks.Verdict{
		"":                          checks.Fail,
		"Id: {Value: !Ref Callers}": checks.Unknown,
		"Id: {Value: !GetAtt Callers.GroupId, Export: {Name: callers}}": checks.Unknown,
		"Id: {Value: !Ref AWS::StackName}":                              checks.Fail,
	} {
		template := group
		if output != "" {
			template += "Outputs:\n  " + output + "\n"
		}
		e := example.Example{Format: model.CloudFormation, Files: []txtar.File{{Name: "main.yaml", Data: []byte(template)}}}
		scope, _, err := parse(e)
		if err != nil {
			t.Fatal(err)
		}
		for i := range Checks {
			if Checks[i].Path == "aws/ec2/security_group_unused" {
				if got := worst(verdicts(&Checks[i], scope)); got != want {
					t.Errorf("with %q the verdict is %q, want %q", output, got, want)
				}
			}
		}
	}
}
