package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SecurityGroupWithoutDescription = &checks.Check{
	Title:    "Security group says nothing about its purpose",
	Severity: checks.Low,
	Why:      "Nobody dares to take a rule away when it is not known what the group is for.",
	Fix: checks.Fix{
		Terraform:      `Say in "description" what the group is for. Changing it makes the group anew.`,
		CloudFormation: `Say in "GroupDescription" what the group is for.`,
		Live:           "Make a new group with a description, and move what uses the old one.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_23",
		KICS:    "cb3f5ed6-0d18-40de-a93d-b3538db31e8c",
		Trivy:   "AVD-AWS-0099",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       described{Type: "aws_security_group", Path: "description", NoneOf: []string{"Managed by Terraform"}},
}

// described wants a description that is not the one which Terraform writes. A template has
// none but its author's, be it made of what is not known yet.
type described checks.RequireSet

func (c described) Types() string { return c.Type }

func (c described) Judge(p *checks.Pass, r *model.Resource) {
	if r.Scope.Format == model.CloudFormation {
		c.NoneOf = nil
	}
	checks.RequireSet(c).Judge(p, r)
}
