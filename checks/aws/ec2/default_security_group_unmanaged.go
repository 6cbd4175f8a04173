package ec2

import "github.com/lintel-iac/lintel/checks"

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
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html"},
	Since:      "0.1",
	Rule:       checks.RequireDeclared{Type: "aws_vpc", Path: "default_security_group", What: "default security group"},
}
