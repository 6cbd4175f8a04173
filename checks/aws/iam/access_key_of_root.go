package iam

import "github.com/lintel-iac/lintel/checks"

var AccessKeyOfRoot = &checks.Check{
	Title:    "Access key is made for root",
	Severity: checks.High,
	Why:      "A key of the root user cannot be restricted by any policy. A user who only bears that name is taken for it.",
	Fix: checks.Fix{
		Terraform:      `Make a user or role of another name with the rights that are needed.`,
		CloudFormation: `Make a user or role of another name with the rights that are needed.`,
		Live:           `Delete the access keys of the root user.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_348",
		KICS:    "970d224d-b42a-416b-81f9-8f4dfe70c4bc 4c137350-7307-4803-8c04-17c09a7a9fcf 7081f85c-b94d-40fd-8b45-a4f1cac75e46",
		Trivy:   "AVD-AWS-0141",
		Prowler: "iam_no_root_access_key",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_iam_access_key", Path: "user", Of: []string{"root"}, When: []checks.Condition{{Path: "status", Of: []string{"Active"}}}},
}
