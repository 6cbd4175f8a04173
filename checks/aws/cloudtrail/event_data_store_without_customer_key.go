package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var EventDataStoreWithoutCustomerKey = &checks.Check{
	Title:    "CloudTrail event data store is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to a KMS key of your own.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of your own.`,
		Live:           `Run "aws cloudtrail update-event-data-store" with --kms-key-id.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_294",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_cloudtrail_event_data_store", Path: "kms_key_id"},
}
