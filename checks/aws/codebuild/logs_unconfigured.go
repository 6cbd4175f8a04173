package codebuild

import "github.com/lintel-iac/lintel/checks"

var LogsUnconfigured = &checks.Check{
	Title:    "CodeBuild project does not say where its logs go",
	Severity: checks.Low,
	Why: "They then go to a log group that CodeBuild makes: nobody has said who may read it, nor when what is in " +
		"it is deleted.",
	Fix: checks.Fix{
		Terraform:      `Declare "logs_config", with the log group or the bucket.`,
		CloudFormation: `Set "LogsConfig", with the log group or the bucket.`,
		Live:           `Run "aws codebuild update-project" with --logs-config.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_314"},
	References: []string{"https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_codebuild_project", Path: "logs_config"},
}
