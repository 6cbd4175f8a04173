package all

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
)

const (
	group = "Resources:\n  Callers:\n    Type: AWS::EC2::SecurityGroup\n    Properties: {GroupDescription: callers}\n"
	net   = "Resources:\n  Net:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: 10.0.0.0/16}\n"
)

// What a template tells and what is deployed does not: these are no examples of the checks,
// because what is deployed has to get the verdicts of the examples.
var toldByTemplates = []struct {
	check, template string
	want            checks.Verdict
}{
	{"aws/ec2/security_group_unused", group, checks.Fail},
	{"aws/ec2/security_group_unused", group + "Outputs:\n  Id: {Value: !Ref Callers}\n", checks.Unknown},
	{"aws/ec2/security_group_unused", group + "Outputs:\n  Id: {Value: !GetAtt Callers.GroupId, Export: {Name: callers}}\n", checks.Unknown},
	{"aws/ec2/security_group_unused", group + "Outputs:\n  Id: {Value: !Ref AWS::StackName}\n", checks.Fail},
	{"aws/ec2/security_group_without_description", strings.Replace(group, "callers}", "!Ref AWS::StackName}", 1), ""},
	{"aws/ec2/default_security_group_unmanaged", net, checks.Fail},
	{"aws/ec2/default_security_group_unmanaged", net + "  Restrict:\n    Type: Custom::VpcRestrictDefaultSG\n" +
		"    Properties: {ServiceToken: x, DefaultSecurityGroupId: !GetAtt Net.DefaultSecurityGroup}\n", ""},
	{"aws/ec2/default_security_group_unmanaged", net + "  Own:\n    Type: Custom::Rules\n" +
		"    Properties: {ServiceToken: x, Group: !GetAtt Net.DefaultSecurityGroup}\n", checks.Unknown},
	{"aws/ec2/default_security_group_unmanaged", net + "  Own:\n    Type: Custom::Rules\n" +
		"    Properties: {ServiceToken: x, Net: !Ref Net}\n", checks.Fail},
}

func TestToldByTemplates(t *testing.T) {
	for _, test := range toldByTemplates {
		e := example.Example{Format: model.CloudFormation, Files: []txtar.File{{Name: "main.yaml", Data: []byte(test.template)}}}
		scope, _, err := parse(e)
		if err != nil {
			t.Fatal(err)
		}
		for i := range Checks {
			if Checks[i].Path != test.check {
				continue
			}
			if got := worst(verdicts(&Checks[i], scope)); got != test.want {
				t.Errorf("the verdict of %s is %q, want %q, on\n%s", test.check, got, test.want, test.template)
			}
		}
	}
}
