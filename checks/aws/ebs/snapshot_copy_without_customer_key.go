package ebs

import "github.com/lintel-iac/lintel/checks"

var SnapshotCopyWithoutCustomerKey = &checks.Check{
	Title:    "Copy of an EBS snapshot is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform: `Set "kms_key_id" to the ARN of a KMS key of the account.`,
		Live:      `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_183"},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_ebs_snapshot_copy", Path: "kms_key_id"},
}
