package redshift

import "github.com/lintel-iac/lintel/checks"

var WorkgroupPubliclyAccessible = &checks.Check{
	Title:    "Redshift Serverless workgroup can be reached from the internet",
	Severity: checks.High,
	Why:      "It has a public address: only its security groups and the passwords of its users keep strangers out.",
	Fix: checks.Fix{
		Terraform:      `Set "publicly_accessible = false".`,
		CloudFormation: `Set "PubliclyAccessible: false".`,
		Live:           `Run "aws redshift-serverless update-workgroup" with --no-publicly-accessible.`,
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-connecting.html"},
	Since:      "0.1",
	Rule:       checks.RequireFalse{Type: "aws_redshiftserverless_workgroup", Path: "publicly_accessible"},
}
