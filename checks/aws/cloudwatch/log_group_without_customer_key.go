// Package cloudwatch holds the checks of CloudWatch and its logs.
package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var LogGroupWithoutCustomerKey = &checks.Check{
	Title:    "Log group is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to the ARN of a KMS key of your own.`,
		CloudFormation: `Set "KmsKeyId" to the ARN of a KMS key of your own.`,
		Live:           `Run "aws logs associate-kms-key".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_158",
		KICS:    "0afbcfe9-d341-4b92-a64c-7e6de0543879",
		Trivy:   "AVD-AWS-0017",
		CfnNag:  "W84",
		Guard:   "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
		Regula:  "FG_R00068",
		Prowler: "cloudwatch_log_group_kms_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_cloudwatch_log_group", Path: "kms_key_id"},
}
