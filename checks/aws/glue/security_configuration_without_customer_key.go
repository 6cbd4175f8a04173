package glue

import "github.com/lintel-iac/lintel/checks"

var SecurityConfigurationWithoutCustomerKey = &checks.Check{
	Title:    "Glue security configuration does not name customer managed keys",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" in each block whose mode is one of KMS.`,
		CloudFormation: `Set "KmsKeyArn" in each part whose mode is one of KMS.`,
		Live:           `Make a new security configuration with the keys, and let the jobs use it.`,
	},
	Aliases:    checks.Aliases{KICS: "ad5b4e97-2850-4adf-be17-1d293e0b85ee"},
	References: []string{"https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireCustomerKey{
			Type: "aws_glue_security_configuration", Path: "encryption_configuration.cloudwatch_encryption.kms_key_arn",
			When: []checks.Condition{{Path: "encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode", Of: []string{"SSE-KMS", "CSE-KMS"}}},
		},
		checks.RequireCustomerKey{
			Type: "aws_glue_security_configuration", Path: "encryption_configuration.job_bookmarks_encryption.kms_key_arn",
			When: []checks.Condition{{Path: "encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode", Of: []string{"SSE-KMS", "CSE-KMS"}}},
		},
		checks.RequireCustomerKey{
			Type: "aws_glue_security_configuration", Path: "encryption_configuration.s3_encryption.kms_key_arn",
			When: []checks.Condition{{Path: "encryption_configuration.s3_encryption.s3_encryption_mode", Of: []string{"SSE-KMS", "CSE-KMS"}}},
		},
	},
}
