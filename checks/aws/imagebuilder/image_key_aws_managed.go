package imagebuilder

import "github.com/lintel-iac/lintel/checks"

var ImageKeyAwsManaged = &checks.Check{
	Title:    "Images that Image Builder hands out are not encrypted with a customer managed key",
	Severity: checks.Low,
	Why:      "Only with a key of your own can you say who may use the image, and take that back.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_kms_key" as "kms_key_id" in "ami_distribution_configuration".`,
		CloudFormation: `Name a key as "KmsKeyId" in "AmiDistributionConfiguration".`,
		Live:           "Make a version with a key of your own.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_199",
	},
	References: []string{"https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_imagebuilder_distribution_configuration", Each: "distribution.ami_distribution_configuration", Path: "kms_key_id"},
}
