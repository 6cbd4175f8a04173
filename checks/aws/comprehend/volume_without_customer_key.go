package comprehend

import "github.com/lintel-iac/lintel/checks"

var VolumeWithoutCustomerKey = &checks.Check{
	Title:    "Training volume of a Comprehend recognizer is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "volume_kms_key_id" to a KMS key of your own.`,
		CloudFormation: `Set "VolumeKmsKeyId" to a KMS key of your own.`,
		Live:           `Create it anew with a key of your own, and move the data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_268",
	},
	References: []string{"https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_comprehend_entity_recognizer", Path: "volume_kms_key_id"},
}
