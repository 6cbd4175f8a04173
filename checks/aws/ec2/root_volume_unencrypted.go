package ec2

import "github.com/lintel-iac/lintel/checks"

var RootVolumeUnencrypted = &checks.Check{
	Title:    "Root volume of an EC2 instance is not encrypted",
	Severity: checks.High,
	Why:      "Whoever obtains a snapshot can read the system, its logs and the secrets it was given.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true" in the block "root_block_device".`,
		CloudFormation: `Set "Ebs: {Encrypted: true}" in the block device mapping of the root device.`,
		Live:           `Snapshot the volume, copy the snapshot with encryption on, and replace the root volume by the copy.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_8",
		KICS:    "4de9de27-254e-424f-bd70-4c1e95790838",
		Trivy:   "AVD-AWS-0008 AVD-AWS-0131",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"},
	Since:      "0.1",
	Rule:       requireTrue{Type: "aws_instance aws_spot_instance_request aws_launch_configuration", Path: "root_block_device.encrypted"},
}
