package redshift

import "github.com/lintel-iac/lintel/checks"

var ClassicSecurityGroup = &checks.Check{
	Title:    "Redshift uses security groups of EC2-Classic",
	Severity: checks.Low,
	Why:      "EC2-Classic is gone: such a group protects nothing.",
	Fix: checks.Fix{
		Terraform:      `Use "vpc_security_group_ids".`,
		CloudFormation: `Use "VpcSecurityGroupIds".`,
		Live:           `Delete the group.`,
	},
	Aliases: checks.Aliases{
		Trivy: "AVD-AWS-0085",
	},
	References: []string{
		"https://docs.aws.amazon.com/redshift/latest/mgmt/security-network-isolation.html",
		"https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/",
	},
	Since: "0.1",
	Rule: checks.Every{
		checks.ForbidType{
			Type: "aws_redshift_security_group AWS::Redshift::ClusterSecurityGroup AWS::Redshift::ClusterSecurityGroupIngress",
			Says: "the security group is of EC2-Classic",
		},
		checks.RequireOne{Type: "aws_redshift_cluster", Of: []checks.Condition{{Path: "cluster_security_groups", Empty: true}}},
	},
}
