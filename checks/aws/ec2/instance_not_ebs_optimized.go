package ec2

import "github.com/lintel-iac/lintel/checks"

var InstanceNotEBSOptimized = &checks.Check{
	Title:    "EC2 instance shares its bandwidth between the network and its disks",
	Severity: checks.Low,
	Why: "On these older types disk and network traffic get in each other's way. All newer types have " +
		"bandwidth of their own for both.",
	Fix: checks.Fix{
		Terraform:      `Set "ebs_optimized = true", or choose a current instance type.`,
		CloudFormation: `Set "EbsOptimized: true", or choose a current instance type.`,
		Live:           `Stop the instance, and run "aws ec2 modify-instance-attribute" with --ebs-optimized.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_135",
		KICS:    "8dd0ff1f-0da4-48df-9bb3-7f338ae36a40 60224630-175a-472a-9e23-133827040766",
		Guard:   "EBS_OPTIMIZED_INSTANCE",
	},
	References: []string{
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html",
		"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: checks.Every{
		checks.RequireTrue{
			Type: "aws_instance aws_spot_instance_request", Path: "ebs_optimized",
			When: []checks.Condition{{Path: "instance_type", Of: sharing[:]}},
		},
		checks.RequireTrue{ // of the type that EC2 takes when none is said, m1.small
			Type: "aws_instance aws_spot_instance_request", Path: "ebs_optimized",
			When: []checks.Condition{{Path: "instance_type", Empty: true}, {Path: "launch_template", Empty: true}},
		},
	},
}

// sharing are the types that have no bandwidth of their own for disks unless told, and
// those that never have it: all later ones always do.
var sharing = [...]string{
	"c1.xlarge", "c3.xlarge", "c3.2xlarge", "c3.4xlarge", "g2.2xlarge", "i2.xlarge", "i2.2xlarge", "i2.4xlarge",
	"m1.large", "m1.xlarge", "m2.2xlarge", "m2.4xlarge", "m3.xlarge", "m3.2xlarge", "r3.xlarge", "r3.2xlarge", "r3.4xlarge",

	"c1.medium", "c3.large", "c3.8xlarge", "g2.8xlarge", "i2.8xlarge", "m1.small", "m1.medium", "m2.xlarge", "m3.medium", "m3.large",
	"r3.large", "r3.8xlarge", "t1.micro", "t2.nano", "t2.micro", "t2.small", "t2.medium", "t2.large", "t2.xlarge", "t2.2xlarge",
}
