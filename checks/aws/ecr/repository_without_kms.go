package ecr

import "github.com/lintel-iac/lintel/checks"

var RepositoryWithoutKMS = &checks.Check{
	Title:    "ECR repository is not encrypted with KMS",
	Severity: checks.Low,
	Why:      "Who decrypts images with keys of S3's leaves no trace, and cannot be kept from it by the policy of a key.",
	Fix: checks.Fix{
		Terraform:      `Set encryption_type = "KMS" in the block "encryption_configuration".`,
		CloudFormation: `Set "EncryptionType: KMS" in "EncryptionConfiguration".`,
		Live:           `Create the repository anew with encryptionType=KMS, and move the images.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_136"},
	References: []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_ecr_repository", Path: "encryption_configuration.encryption_type", Of: []string{"KMS", "KMS_DSSE"}},
}
