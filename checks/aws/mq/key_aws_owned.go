package mq

import "github.com/lintel-iac/lintel/checks"

var KeyAwsOwned = &checks.Check{
	Title:    "Message broker is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why:      "Only with a key of your own can you say who may read the messages, and take that back.",
	Fix: checks.Fix{
		Terraform:      `Add a block "encryption_options" with a "kms_key_id" and "use_aws_owned_key = false".`,
		CloudFormation: `Set "EncryptionOptions" with a "KmsKeyId" and "UseAwsOwnedKey: false".`,
		Live:           "Make the broker anew with a key of your own.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_209",
		Guard:   "AMAZON_MQ_BROKER_ENCRYPTION_OPTIONS_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_mq_broker", Path: "encryption_options.kms_key_id"},
}
