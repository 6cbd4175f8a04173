package ecr

import "github.com/lintel-iac/lintel/checks"

var RepositoryWithoutKms = &checks.Check{
	Title:    "ECR repository is not encrypted with KMS",
	Severity: checks.Low,
	Why:      "No key policy stands between the images and whoever may read the repository, and no trail says who decrypted them.",
	Fix: checks.Fix{
		Terraform:      `Set encryption_type = "KMS" in the block "encryption_configuration".`,
		CloudFormation: `Set "EncryptionType: KMS" in "EncryptionConfiguration".`,
		Live:           `Create the repository anew with "aws ecr create-repository --encryption-configuration encryptionType=KMS", and move the images.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_136",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_ecr_repository", Path: "encryption_configuration.encryption_type", Of: []string{"KMS", "KMS_DSSE"}},
}
