package codebuild

import "github.com/lintel-iac/lintel/checks"

var KeysInEnvironment = &checks.Check{
	Title:    "CodeBuild project has AWS keys as plain variables",
	Severity: checks.Critical,
	Why: "The console, the API and the logs of a build show plain variables. A build needs no keys: it has the role of " +
		"its project.",
	Fix: checks.Fix{
		Terraform:      `Take the variables away and give the "service_role" the rights, or set type = "SECRETS_MANAGER" and name a secret.`,
		CloudFormation: `Take the variables away and give the "ServiceRole" the rights, or set "Type: SECRETS_MANAGER" and name a secret.`,
		Live:           `Revoke the keys, take the variables away, and give the role of the project the rights.`,
	},
	Aliases: checks.Aliases{
		Guard:   "CODEBUILD_PROJECT_ENVVAR_AWSCRED_CHECK",
		Prowler: "codebuild_project_no_secrets_in_variables",
	},
	References: []string{"https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_codebuild_project", Each: "environment.environment_variable", Path: "name", Of: []string{"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"},
		When: []checks.Condition{{Path: "type", NoneOf: []string{"PARAMETER_STORE", "SECRETS_MANAGER"}}},
	},
}
