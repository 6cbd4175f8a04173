// Package codeguru holds the checks of CodeGuru.
package codeguru

import "github.com/lintel-iac/lintel/checks"

var AssociationWithoutCustomerKey = &checks.Check{
	Title:    "CodeGuru association is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" and encryption_option = "CUSTOMER_MANAGED_CMK" in the block "kms_key_details".`,
		CloudFormation: `CloudFormation has no such property: associate the repository by the API, as below.`,
		Live:           `Run "aws codeguru-reviewer associate-repository" with --kms-key-details.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_381",
	},
	References: []string{"https://docs.aws.amazon.com/codeguru/latest/reviewer-ug/encrypt-data-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireAny{
		Type: "aws_codegurureviewer_repository_association",
		Path: "kms_key_details.encryption_option",
		Of:   []string{"CUSTOMER_MANAGED_CMK"},
	},
}
