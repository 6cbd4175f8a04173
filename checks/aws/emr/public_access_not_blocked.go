package emr

import "github.com/lintel-iac/lintel/checks"

var PublicAccessNotBlocked = &checks.Check{
	Title:    "EMR may start clusters whose security groups are open to the internet",
	Severity: checks.Medium,
	Why: "The nodes of a cluster run what they are told. Blocking keeps a mistaken security group rule from " +
		"putting them on the internet.",
	Fix: checks.Fix{
		Terraform: `Set "block_public_security_group_rules = true".`,
		Live:      `Run "aws emr put-block-public-access-configuration" with BlockPublicSecurityGroupRules=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_390",
		Prowler: "emr_cluster_account_public_block_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_emr_block_public_access_configuration", Path: "block_public_security_group_rules"},
}
