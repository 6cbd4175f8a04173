package codebuild

import "github.com/lintel-iac/lintel/checks"

var LogsDisabled = &checks.Check{
	Title:    "CodeBuild project keeps no logs",
	Severity: checks.Medium,
	Why:      "What a build did, and what went into it, cannot be told afterwards.",
	Fix: checks.Fix{
		Terraform:      `Leave "status" of "cloudwatch_logs" at ENABLED, or set that of "s3_logs" to it.`,
		CloudFormation: `Leave "Status" of "CloudWatchLogs" at ENABLED, or set that of "S3Logs" to it.`,
		Live:           `Run "aws codebuild update-project" with --logs-config.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_314",
		Prowler: "codebuild_project_logging_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html",
		"https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html",
	},
	Since: "0.1",
	Rule: checks.RequireOne{
		Type: "aws_codebuild_project",
		Of: []checks.Condition{
			{Path: "logs_config.cloudwatch_logs.status", Of: []string{"ENABLED"}}, {Path: "logs_config.s3_logs.status", Of: []string{"ENABLED"}},
		},
	},
}
