// Package codebuild holds the checks of CodeBuild.
package codebuild

import "github.com/lintel-iac/lintel/checks"

var ArtifactsUnencrypted = &checks.Check{
	Title:    "CodeBuild project does not encrypt its artifacts",
	Severity: checks.Medium,
	Why:      "What is built, and the configuration in it, lies in clear in the bucket.",
	Fix: checks.Fix{
		Terraform:      `Leave out "encryption_disabled" in the blocks "artifacts" and "secondary_artifacts".`,
		CloudFormation: `Leave out "EncryptionDisabled" in "Artifacts" and "SecondaryArtifacts".`,
		Live:           `Run "aws codebuild update-project" with encryptionDisabled=false.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_78",
		Trivy:   "AVD-AWS-0018",
	},
	References: []string{"https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.ForbidAny{
			Type: "aws_codebuild_project", Each: "artifacts", Path: "encryption_disabled", Of: []string{"true"},
			When: []checks.Condition{{Path: "type", NoneOf: []string{"NO_ARTIFACTS"}}},
		},
		checks.ForbidAny{
			Type: "aws_codebuild_project", Each: "secondary_artifacts", Path: "encryption_disabled", Of: []string{"true"},
			When: []checks.Condition{{Path: "type", NoneOf: []string{"NO_ARTIFACTS"}}},
		},
	},
}
