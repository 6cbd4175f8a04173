package ec2

import "github.com/lintel-iac/lintel/checks"

var AMIUnencrypted = &checks.Check{
	Title:    "Image has disks that are not encrypted",
	Severity: checks.High,
	Why:      "Whoever obtains the snapshots behind it can read them, and instances started from it begin unencrypted.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true" on each "ebs_block_device", or on the "aws_ami_copy".`,
		CloudFormation: "Make the image from encrypted volumes.",
		Live:           `Run "aws ec2 copy-image" with --encrypted, and deregister the original.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_204 CKV_AWS_235",
		KICS:    "8bbb242f-6e38-4127-86d4-d8f0b2687ae2",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireTrue{Type: "aws_ami_copy", Path: "encrypted"},
		// What is made from a snapshot is encrypted as that is.
		checks.RequireTrue{
			Type: "aws_ami", Each: "ebs_block_device", Path: "encrypted",
			When: []checks.Condition{{Path: "snapshot_id", Empty: true}},
		},
	},
}
