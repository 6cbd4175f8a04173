package ec2

import "github.com/lintel-iac/lintel/checks"

var AMICopyKeyAwsManaged = &checks.Check{
	Title:    "Copy of an image is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why:      "Only with a key of your own can you say who may use the image, and take that back.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_kms_key" as "kms_key_id".`,
		CloudFormation: "Encrypt the volumes that the image is made from with a key of your own.",
		Live:           `Run "aws ec2 copy-image" with --encrypted and --kms-key-id.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_236",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_ami_copy", Path: "kms_key_id"},
}
