package ec2

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var DefaultSecurityGroupUnmanaged = &checks.Check{
	Title:    "VPC keeps its default security group as AWS made it",
	Severity: checks.Low,
	Why: "Whatever is launched without a security group gets the default one, " +
		"whose members reach each other on all ports and everything outside.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_default_security_group" with the VPC as "vpc_id" and no rules: it takes away those that are there.`,
		CloudFormation: `Take its rules away outside of the template: CloudFormation cannot change a group it did not make.`,
		Live:           `Revoke all rules of the default security group, once nothing uses it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_12",
		Trivy:   "AVD-AWS-0173",
		Regula:  "FG_R00089",
		Prowler: "ec2_securitygroup_default_restrict_traffic",
	},
	References: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
		"https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Vpc.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_vpc", Do: defaultGroup},
}

// restricts is the custom resource by which CDK takes the rules of a default group away:
// restrictDefaultSecurityGroup.
const restricts = "Custom::VpcRestrictDefaultSG"

func defaultGroup(p *checks.Pass, vpc *model.Resource) {
	managed := checks.Declared(vpc, "default_security_group")
	for _, by := range view.Referrers(vpc) {
		switch {
		case !strings.HasPrefix(by.Type, "Custom::") || !handedDefaultGroup(by, vpc):
		case by.Type == restricts:
			managed = model.Yes
		default:
			managed = max(managed, model.Maybe)
			p.HingesOn(model.Undecided("what "+by.Address+" does with the group is not known", vpc.Body.Origin))
		}
	}
	p.Require(managed, vpc.At("default_security_group"), "no default security group is declared")
}

func handedDefaultGroup(by, vpc *model.Resource) bool {
	for _, ref := range by.Refs {
		if ref.To == vpc.Address && (ref.Attr == "DefaultSecurityGroup" || ref.Attr == "default_security_group_id") {
			return true
		}
	}
	return false
}
