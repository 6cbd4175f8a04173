package codebuild

import "github.com/lintel-iac/lintel/checks"

var Privileged = &checks.Check{
	Title:    "CodeBuild project runs its container privileged",
	Severity: checks.Medium,
	Why:      "A build, and whoever gets code into it, has the rights of root on the machine that runs it.",
	Fix: checks.Fix{
		Terraform:      `Leave out "privileged_mode" unless the build makes container images.`,
		CloudFormation: `Leave out "PrivilegedMode" unless the build makes container images.`,
		Live:           `Run "aws codebuild update-project" with privilegedMode=false.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_316",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html",
		"https://docs.aws.amazon.com/codebuild/latest/userguide/create-project.html",
	},
	Since: "0.1",
	Rule:  checks.RequireFalse{Type: "aws_codebuild_project", Path: "environment.privileged_mode"},
}
