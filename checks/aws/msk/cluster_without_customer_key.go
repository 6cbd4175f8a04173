package msk

import "github.com/lintel-iac/lintel/checks"

var ClusterWithoutCustomerKey = &checks.Check{
	Title:    "MSK cluster is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "encryption_at_rest_kms_key_arn" in "encryption_info" to a KMS key of the account.`,
		CloudFormation: `Set "DataVolumeKMSKeyId" under "EncryptionInfo.EncryptionAtRest" to a KMS key of the account.`,
		Live:           `Make a new cluster with the key: it cannot be changed.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_81",
		Trivy:   "AVD-AWS-0179",
		Prowler: "kafka_cluster_encryption_at_rest_uses_cmk",
	},
	References: []string{"https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_msk_cluster", Path: "encryption_info.encryption_at_rest_kms_key_arn"},
}
