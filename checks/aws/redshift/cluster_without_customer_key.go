package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterWithoutCustomerKey = &checks.Check{
	Title:    "Redshift cluster is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_142",
		KICS:    "de76a0d6-66d5-45c9-9022-f05545b85c78",
		Trivy:   "AVD-AWS-0084",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_redshift_cluster", Path: "kms_key_id"},
}
