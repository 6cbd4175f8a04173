package neptune

import "github.com/lintel-iac/lintel/checks"

var InstancePubliclyAccessible = &checks.Check{
	Title:    "Neptune instance can be reached from the internet",
	Severity: checks.High,
	Why:      "It has a public address: only its security group keeps strangers out.",
	Fix: checks.Fix{
		Terraform:      `Set "publicly_accessible = false", or leave it out.`,
		CloudFormation: `Set "PubliclyAccessible: false", or leave it out.`,
		Live:           `Run "aws neptune modify-db-instance" with --no-publicly-accessible.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_102",
		KICS:    "9ba198e0-fef4-464a-8a4d-75ea55300de7",
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/security-vpc.html"},
	Since:      "0.1",
	Rule:       checks.RequireFalse{Type: "aws_neptune_cluster_instance", Path: "publicly_accessible"},
}
