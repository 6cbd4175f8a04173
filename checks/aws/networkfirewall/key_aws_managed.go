package networkfirewall

import "github.com/lintel-iac/lintel/checks"

var KeyAwsManaged = &checks.Check{
	Title:    "Network firewall is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why:      "Only with a key of your own can you say who may read the rules, and take that back.",
	Fix: checks.Fix{
		Terraform:      `Add a block "encryption_configuration" with type = "CUSTOMER_KMS" and a "key_id".`,
		CloudFormation: `Set "EncryptionConfiguration" with "Type: CUSTOMER_KMS" and a "KeyId".`,
		Live:           `Run "aws network-firewall update-firewall-encryption-configuration".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_345 CKV_AWS_346",
	},
	References: []string{"https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_networkfirewall_firewall aws_networkfirewall_firewall_policy aws_networkfirewall_rule_group", Path: "encryption_configuration.type", Of: []string{"CUSTOMER_KMS"}},
}
