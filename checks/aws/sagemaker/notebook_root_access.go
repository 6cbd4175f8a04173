package sagemaker

import "github.com/lintel-iac/lintel/checks"

var NotebookRootAccess = &checks.Check{
	Title:    "Users of a SageMaker notebook are root on it",
	Severity: checks.Medium,
	Why:      "They can switch off what watches the notebook, and act as its role.",
	Fix: checks.Fix{
		Terraform:      `Set root_access = "Disabled".`,
		CloudFormation: `Set "RootAccess: Disabled".`,
		Live:           `Run "aws sagemaker update-notebook-instance" with --root-access Disabled.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_307",
		Prowler: "sagemaker_notebook_instance_root_access_disabled",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_sagemaker_notebook_instance", Path: "root_access", Of: []string{"Disabled"}},
}
