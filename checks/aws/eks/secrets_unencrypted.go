package eks

import "github.com/lintel-iac/lintel/checks"

var SecretsUnencrypted = &checks.Check{
	Title:    "Secrets of an EKS cluster are not encrypted with a KMS key of the account",
	Severity: checks.Medium,
	Why: "Before version 1.28 whoever reads the cluster's database reads them. " +
		"Since then AWS encrypts them with a key of its own, whose use nobody in the account can audit or revoke.",
	Fix: checks.Fix{
		Terraform:      `Add a block "encryption_config" with a KMS key as provider and resources = ["secrets"].`,
		CloudFormation: `Add to "EncryptionConfig" a KMS key as provider and "Resources: [secrets]".`,
		Live:           `Run "aws eks associate-encryption-config" with a KMS key and the resource secrets.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_58",
		KICS:    "63ebcb19-2739-4d3f-aa5c-e8bbb9b85281",
		Trivy:   "AVD-AWS-0039",
		CfnNag:  "W82",
		Guard:   "EKS_CLUSTER_ENCRYPTION_RULE",
		Prowler: "eks_cluster_kms_cmk_encryption_in_secrets_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
		"https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html",
	},
	Since: "0.1",
	Rule:  checks.RequireSet{Type: "aws_eks_cluster", Path: "encryption_config.provider.key_arn"},
}
