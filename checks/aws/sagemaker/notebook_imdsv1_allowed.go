package sagemaker

import "github.com/lintel-iac/lintel/checks"

var NotebookImdsv1Allowed = &checks.Check{
	Title:    "SageMaker notebook answers to version 1 of the metadata service",
	Severity: checks.Medium,
	Why:      "A request that is forged by way of a server in the notebook reads the credentials of its role.",
	Fix: checks.Fix{
		Terraform:      `Set minimum_instance_metadata_service_version = "2" in the block "instance_metadata_service_configuration".`,
		CloudFormation: `Set "MinimumInstanceMetadataServiceVersion: 2" in "InstanceMetadataServiceConfiguration".`,
		Live:           `Run "aws sagemaker update-notebook-instance" with --instance-metadata-service-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_371",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds.html"},
	Since:      "0.1",
	Rule: checks.RequireAny{
		Type: "aws_sagemaker_notebook_instance",
		Path: "instance_metadata_service_configuration.minimum_instance_metadata_service_version",
		Of:   []string{"2"},
	},
}
