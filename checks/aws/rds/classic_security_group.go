package rds

import "github.com/lintel-iac/lintel/checks"

var ClassicSecurityGroup = &checks.Check{
	Title:    "Database uses security groups of EC2-Classic",
	Severity: checks.Low,
	Why:      "EC2-Classic is gone: such a group protects nothing.",
	Fix: checks.Fix{
		Terraform:      `Use "vpc_security_group_ids".`,
		CloudFormation: `Use "VPCSecurityGroups".`,
		Live:           `Run "aws rds modify-db-instance" with --vpc-security-group-ids.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_198",
		Trivy:   "AVD-AWS-0085",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
		"https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/",
	},
	Since: "0.1",
	Rule: checks.Every{
		checks.ForbidType{
			Type: "aws_db_security_group AWS::RDS::DBSecurityGroup AWS::RDS::DBSecurityGroupIngress",
			Says: "the security group is of EC2-Classic",
		},
		checks.RequireOne{Type: "aws_db_instance", Of: []checks.Condition{{Path: "security_group_names", Empty: true}}},
	},
}
