package elasticache

import "github.com/lintel-iac/lintel/checks"

var ClassicSecurityGroup = &checks.Check{
	Title:    "ElastiCache uses security groups of EC2-Classic",
	Severity: checks.Low,
	Why:      "EC2-Classic is gone: such a group protects nothing.",
	Fix: checks.Fix{
		Terraform:      `Use "security_group_ids" of the VPC.`,
		CloudFormation: `Use "SecurityGroupIds", or "VpcSecurityGroupIds", of the VPC.`,
		Live:           `Delete the group.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_196",
		Trivy:   "AVD-AWS-0085",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VPCs.html",
		"https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/",
	},
	Since: "0.1",
	Rule: checks.Every{
		checks.ForbidType{
			Type: "aws_elasticache_security_group AWS::ElastiCache::SecurityGroup AWS::ElastiCache::SecurityGroupIngress",
			Says: "the security group is of EC2-Classic",
		},
		checks.RequireOne{Type: "aws_elasticache_replication_group", Of: []checks.Condition{{Path: "security_group_names", Empty: true}}},
	},
}
