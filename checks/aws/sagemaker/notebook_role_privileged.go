package sagemaker

import "github.com/lintel-iac/lintel/checks"

var NotebookRolePrivileged = &checks.Check{
	Title:    "SageMaker notebook has a role that may do everything",
	Severity: checks.High,
	Why:      "Whoever can open the notebook, or gets code into it, owns the account.",
	Fix: checks.Fix{
		Terraform:      "Give the role a policy that lists what is needed.",
		CloudFormation: "Give the role a policy that lists what is needed.",
		Live:           "Attach a policy that lists what is needed to the role, then detach the broad one.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_68",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAdministrator{Type: "aws_sagemaker_notebook_instance", Path: "role_arn"},
}
