package appflow

import "github.com/lintel-iac/lintel/checks"

var ProfileWithoutCustomerKey = &checks.Check{
	Title:    "AppFlow connector profile is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_arn" to a KMS key of your own.`,
		CloudFormation: `Set "KMSArn" to a KMS key of your own.`,
		Live:           `Create it anew with a key of your own, and move the data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_264",
	},
	References: []string{"https://docs.aws.amazon.com/appflow/latest/userguide/data-protection.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_appflow_connector_profile", Path: "kms_arn"},
}
