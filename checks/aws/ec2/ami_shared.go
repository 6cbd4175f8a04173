package ec2

import "github.com/lintel-iac/lintel/checks"

var AMIShared = &checks.Check{
	Title:    "Machine image is shared with another account",
	Severity: checks.Low,
	Why:      "Whoever can launch the image can read all that lies on it, secrets that were left there included.",
	Fix: checks.Fix{
		Terraform:      `Share with "organization_arn", or leave the permission out.`,
		CloudFormation: `CloudFormation shares no images: use the API, as below.`,
		Live:           `Run "aws ec2 modify-image-attribute" and remove the launch permission.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_205",
		KICS:    "ba4e0031-3e9d-4d7d-b0d6-bd8f003f8698",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidSet{Type: "aws_ami_launch_permission", Path: "account_id"},
}
