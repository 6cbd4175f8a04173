package lambda

import "github.com/lintel-iac/lintel/checks"

var PermissionAnyPrincipal = &checks.Check{
	Title:    "Permission of a Lambda function names no principal",
	Severity: checks.Low,
	Why:      "Where only a source binds the permission, one field decides whether the function is open to everyone.",
	Fix: checks.Fix{
		Terraform:      `Name the account, role or service as "principal".`,
		CloudFormation: `Name the account, role or service as "Principal".`,
		Live:           `Remove the permission, and add one that names its principal.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_301",
		KICS:    "e08ed7eb-f3ef-494d-9d22-2e3db756a347 1d6e16f1-5d8a-4379-bfb3-2dadd38ed5a7",
		CfnNag:  "F13",
		Guard:   "LAMBDA_NO_WILDCARD_PRINCIPALS",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_lambda_permission aws_lambda_layer_version_permission", Path: "principal", Of: []string{"*"},
	},
}
