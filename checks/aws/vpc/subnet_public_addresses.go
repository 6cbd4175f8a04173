// Package vpc holds the checks of Virtual Private Cloud: networks, their routes and their doors.
package vpc

import "github.com/lintel-iac/lintel/checks"

var SubnetPublicAddresses = &checks.Check{
	Title:    "Subnet gives public addresses to whatever is launched in it",
	Severity: checks.Medium,
	Why: "Machines that were never meant to be reached from the internet can be, as soon as one security group " +
		"lets them.",
	Fix: checks.Fix{
		Terraform:      `Set "map_public_ip_on_launch = false", and give addresses to those that need one.`,
		CloudFormation: `Set "MapPublicIpOnLaunch: false".`,
		Live:           `Run "aws ec2 modify-subnet-attribute" with --no-map-public-ip-on-launch.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_130",
		KICS:    "52f04a44-6bfa-4c41-b1d3-4ae99a2de05c b3de4e4c-14be-4159-b99d-9ad194365e4c",
		Trivy:   "AVD-AWS-0164",
		CfnNag:  "W33",
		Guard:   "SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED",
		Prowler: "vpc_subnet_no_public_ip_by_default",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html"},
	Since:      "0.1",
	Rule:       checks.RequireFalse{Type: "aws_subnet aws_default_subnet", Path: "map_public_ip_on_launch"},
}
