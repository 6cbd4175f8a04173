package ebs

import "github.com/lintel-iac/lintel/checks"

var VolumeUnattached = &checks.Check{
	Title:    "EBS volume is attached to no instance",
	Severity: checks.Low,
	Why:      "It is paid for without being used, and what it holds is forgotten, but still there to be read.",
	Fix: checks.Fix{
		Terraform:      `Attach it by an "aws_volume_attachment", or delete it.`,
		CloudFormation: `Attach it by an AWS::EC2::VolumeAttachment, or delete it.`,
		Live:           `Attach it, or make a snapshot and delete it.`,
	},
	Aliases:    checks.Aliases{KICS: "1819ac03-542b-4026-976b-f37addd59f3b"},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_ebs_volume", Path: "attachment"},
}
