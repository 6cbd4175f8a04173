package lambda

import "github.com/lintel-iac/lintel/checks"

var RolePrivileged = &checks.Check{
	Title:    "Lambda function has a role that may do everything",
	Severity: checks.High,
	Why:      "A hole in its code, or in one of its libraries, gives away the whole account.",
	Fix: checks.Fix{
		Terraform:      "Give the role a policy that lists what is needed.",
		CloudFormation: "Give the role a policy that lists what is needed.",
		Live:           "Attach a policy that lists what is needed to the role, then detach the broad one.",
	},
	Aliases: checks.Aliases{
		KICS: "1b3af2f9-af8c-4dfc-a0f1-a03adb70deb2 a0ae0a4e-712b-4115-8112-51b9eeed9d69",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAdministrator{Type: "aws_lambda_function", Path: "role"},
}
