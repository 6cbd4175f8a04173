package lambda

import "github.com/lintel-iac/lintel/checks"

var CodeUnsigned = &checks.Check{
	Title:    "Lambda function runs code that nobody signed",
	Severity: checks.Low,
	Why:      "Whoever may update the function may run any code in its role.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_lambda_code_signing_config" as "code_signing_config_arn".`,
		CloudFormation: `Name an "AWS::Lambda::CodeSigningConfig" as "CodeSigningConfigArn".`,
		Live:           `Run "aws lambda put-function-code-signing-config".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_272",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_lambda_function", Path: "code_signing_config_arn"},
}
