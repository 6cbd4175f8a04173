package ecr

import "github.com/lintel-iac/lintel/checks"

var RepositoryWithoutCustomerKey = &checks.Check{
	Title:    "ECR repository is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set encryption_type = "KMS" and "kms_key" in the block "encryption_configuration".`,
		CloudFormation: `Set "EncryptionType: KMS" and "KmsKey" in "EncryptionConfiguration".`,
		Live:           `Create the repository anew with a key of your own, and move the images.`,
	},
	Aliases: checks.Aliases{
		KICS:  "0e32d561-4b5a-4664-a6e3-a3fa85649157",
		Trivy: "AVD-AWS-0033",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_ecr_repository", Path: "encryption_configuration.kms_key"},
}
