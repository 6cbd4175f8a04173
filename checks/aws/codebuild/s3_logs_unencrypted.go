package codebuild

import "github.com/lintel-iac/lintel/checks"

var S3LogsUnencrypted = &checks.Check{
	Title:    "CodeBuild project does not encrypt its logs in S3",
	Severity: checks.Medium,
	Why:      "Logs of a build show how it is done, and often more than they should.",
	Fix: checks.Fix{
		Terraform:      `Leave out "encryption_disabled" in the block "s3_logs".`,
		CloudFormation: `Leave out "EncryptionDisabled" in "S3Logs".`,
		Live:           `Run "aws codebuild update-project" with encryptionDisabled=false in s3Logs.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_311",
		Prowler: "codebuild_project_s3_logs_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"},
	Since:      "0.1",
	Rule:       checks.RequireFalse{Type: "aws_codebuild_project", Each: "logs_config.s3_logs", Path: "encryption_disabled"},
}
