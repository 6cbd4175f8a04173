package emr

import "github.com/lintel-iac/lintel/checks"

var S3WithoutKMS = &checks.Check{
	Title:    "EMR security configuration does not encrypt by KMS what goes to S3",
	Severity: checks.Low,
	Why:      "With S3's own keys, whoever may read an object may decrypt it.",
	Fix: checks.Fix{
		Terraform:      `Set "EncryptionMode" to SSE-KMS or CSE-KMS in "S3EncryptionConfiguration", and "AwsKmsKey".`,
		CloudFormation: `Set "EncryptionMode" to SSE-KMS or CSE-KMS in "S3EncryptionConfiguration", and "AwsKmsKey".`,
		Live:           `Make a new security configuration, and a new cluster that uses it.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_171"},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireAny{
		Type: "aws_emr_security_configuration", In: "configuration", Of: []string{"SSE-KMS", "CSE-KMS"},
		Path: "EncryptionConfiguration.AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode",
	},
}
