// Package sagemaker holds the checks of SageMaker.
package sagemaker

import "github.com/lintel-iac/lintel/checks"

var NotebookDirectInternetAccess = &checks.Check{
	Title:    "SageMaker notebook has direct access to the internet",
	Severity: checks.High,
	Why:      "Data can leave by a way that no firewall, proxy or flow log of yours sees.",
	Fix: checks.Fix{
		Terraform:      `Set direct_internet_access = "Disabled", with a "subnet_id" and "security_groups".`,
		CloudFormation: `Set "DirectInternetAccess: Disabled", with a "SubnetId" and "SecurityGroupIds".`,
		Live:           `Create the notebook anew without direct access.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_122",
		KICS:    "88d55d94-315d-4564-beee-d2d725feab11",
		Guard:   "SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS",
		Prowler: "sagemaker_notebook_instance_without_direct_internet_access_configured",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_sagemaker_notebook_instance", Path: "direct_internet_access", Of: []string{"Disabled"}},
}
