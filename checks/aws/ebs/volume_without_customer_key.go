package ebs

import "github.com/lintel-iac/lintel/checks"

var VolumeWithoutCustomerKey = &checks.Check{
	Title:    "EBS volume is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_189",
		KICS:    "b7063015-6c31-4658-a8e7-14f98f37fd42",
		Trivy:   "AVD-AWS-0027",
		CfnNag:  "W37",
		Guard:   "EBS_VOLUME_ENCRYPTION_KEY_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_ebs_volume", Path: "kms_key_id"},
}
