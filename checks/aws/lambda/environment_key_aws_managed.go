package lambda

import "github.com/lintel-iac/lintel/checks"

var EnvironmentKeyAwsManaged = &checks.Check{
	Title:    "Environment of a Lambda function is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why:      "Only with a key of your own can you say who may read the variables, and take that back.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_kms_key" as "kms_key_arn".`,
		CloudFormation: `Name a key as "KmsKeyArn".`,
		Live:           `Run "aws lambda update-function-configuration" with --kms-key-arn.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_173",
		KICS:    "a7f8ac28-eed1-483d-87c8-4c325f022572",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_lambda_function", Path: "kms_key_arn", When: []checks.Condition{{Path: "environment.variables"}}},
}
