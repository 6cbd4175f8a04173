package sagemaker

import "github.com/lintel-iac/lintel/checks"

var DomainPublicInternet = &checks.Check{
	Title:    "SageMaker domain sends its traffic over the internet",
	Severity: checks.Medium,
	Why:      "Notebooks of the domain reach any address, past what the VPC lets through and writes down.",
	Fix: checks.Fix{
		Terraform:      `Set app_network_access_type = "VpcOnly".`,
		CloudFormation: `Set "AppNetworkAccessType: VpcOnly".`,
		Live:           `Run "aws sagemaker update-domain" with --app-network-access-type VpcOnly.`,
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_sagemaker_domain", Path: "app_network_access_type", Of: []string{"VpcOnly"}},
}
