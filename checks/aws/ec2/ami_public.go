package ec2

import "github.com/lintel-iac/lintel/checks"

var AMIPublic = &checks.Check{
	Title:    "Image may be used by everyone",
	Severity: checks.High,
	Why:      "Whatever was left on its disks, keys and code included, can be read by anyone with an AWS account.",
	Fix: checks.Fix{
		Terraform:      `Name an account or an organization in place of "group".`,
		CloudFormation: "Share the image with single accounts.",
		Live:           `Run "aws ec2 modify-image-attribute" with --launch-permission "Remove=[{Group=all}]".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_205",
		KICS:    "ba4e0031-3e9d-4d7d-b0d6-bd8f003f8698",
		Prowler: "ec2_ami_public",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_ami_launch_permission", Path: "group", Of: []string{"all"}},
}
