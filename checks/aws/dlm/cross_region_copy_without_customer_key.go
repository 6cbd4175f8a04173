package dlm

import "github.com/lintel-iac/lintel/checks"

var CrossRegionCopyWithoutCustomerKey = &checks.Check{
	Title:    "Copies of snapshots in another region are not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "cmk_arn" to a KMS key of the other region.`,
		CloudFormation: `Set "CmkArn" to a KMS key of the other region.`,
		Live:           `Run "aws dlm update-lifecycle-policy" with CmkArn.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_254 CKV_AWS_256"},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireCustomerKey{Type: "aws_dlm_lifecycle_policy", Each: scheduledCopy, Path: "cmk_arn"},
		checks.RequireCustomerKey{Type: "aws_dlm_lifecycle_policy", Each: copyOnEvent, Path: "encryption_configuration.cmk_arn"},
		// A key of a copy that is not encrypted encrypts nothing.
		checks.RequireTrue{Type: "aws_dlm_lifecycle_policy", Each: scheduledCopy, Path: "encrypted", When: []checks.Condition{{Path: "cmk_arn"}}},
		checks.RequireTrue{
			Type: "aws_dlm_lifecycle_policy", Each: copyOnEvent, Path: "encryption_configuration.encrypted",
			When: []checks.Condition{{Path: "encryption_configuration.cmk_arn"}},
		},
	},
}
