// Package codepipeline holds the checks of CodePipeline.
package codepipeline

import "github.com/lintel-iac/lintel/checks"

var WithoutCustomerKey = &checks.Check{
	Title:    "Artifacts of a CodePipeline pipeline are not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "encryption_key" in each block "artifact_store".`,
		CloudFormation: `Set "EncryptionKey" in "ArtifactStore".`,
		Live:           `Run "aws codepipeline update-pipeline" with an encryptionKey.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_219",
	},
	References: []string{"https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_codepipeline", Each: "artifact_store", Path: "encryption_key.id"},
}
