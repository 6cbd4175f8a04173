package iam

import "github.com/lintel-iac/lintel/checks"

var PolicyDataExfiltration = &checks.Check{
	Title:    "IAM policy lets all data be read",
	Severity: checks.Medium,
	Why:      "Every object, parameter or secret of the account can be carried off with one stolen credential.",
	Fix: checks.Fix{
		Terraform:      `Name the buckets, parameters and secrets in "Resource".`,
		CloudFormation: `Name the buckets, parameters and secrets in "Resource".`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_108 CKV_AWS_288",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
	},
	Since: "0.1",
	Rule: forbidOnAll{Actions: []string{
		"s3:GetObject",
		"s3:GetObjectVersion",
		"secretsmanager:GetSecretValue",
		"ssm:GetParameter",
		"ssm:GetParameterHistory",
		"ssm:GetParameters",
		"ssm:GetParametersByPath",
	}},
}
