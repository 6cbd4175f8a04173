package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var Unencrypted = &checks.Check{
	Title:    "CloudTrail trail is not encrypted with a KMS key",
	Severity: checks.Medium,
	Why:      "Whoever may read the bucket may read the log. With a KMS key that takes a right to the key, too, and each use of it is recorded.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to the ARN of a KMS key that CloudTrail may use.`,
		CloudFormation: `Set "KMSKeyId" to the ARN of a KMS key that CloudTrail may use.`,
		Live:           `Run "aws cloudtrail update-trail" with --kms-key-id.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_35",
		KICS:    "5d9e3164-9265-470c-9a10-57ae454ac0c7 050a9ba8-d1cb-4c61-a5e8-8805a70d3b85",
		Trivy:   "AVD-AWS-0015",
		Guard:   "CLOUD_TRAIL_ENCRYPTION_ENABLED",
		Regula:  "FG_R00035",
		Prowler: "cloudtrail_kms_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_cloudtrail", Path: "kms_key_id"},
}
