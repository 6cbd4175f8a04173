package lambda

import "github.com/lintel-iac/lintel/checks"

var PermissionBeyondInvoke = &checks.Check{
	Title:    "Permission on a Lambda function is for more than invoking it",
	Severity: checks.Medium,
	Why: "Another account or service could change the code of the function, or delete it. Hardly any has a " +
		"reason to.",
	Fix: checks.Fix{
		Terraform:      `Set action = "lambda:InvokeFunction".`,
		CloudFormation: `Set "Action: lambda:InvokeFunction".`,
		Live:           `Remove the permission, and add one for lambda:InvokeFunction.`,
	},
	Aliases: checks.Aliases{
		KICS:   "75ec6890-83af-4bf1-9f16-e83726df0bd0 9b83114b-b2a1-4534-990d-06da015e47aa ad9dabc7-7839-4bae-a957-aa9120013f39",
		CfnNag: "W24",
		Guard:  "LAMBDA_PERMISSION_INVOKE_FUNCTION_ACTION",
	},
	References: []string{
		"https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
	},
	Since: "0.1",
	Rule: checks.RequireAny{
		Type: "aws_lambda_permission",
		Path: "action",
		Of:   []string{"lambda:InvokeFunction", "lambda:InvokeFunctionUrl"},
	},
}
