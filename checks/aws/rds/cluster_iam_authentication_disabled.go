package rds

import "github.com/lintel-iac/lintel/checks"

var ClusterIAMAuthenticationDisabled = &checks.Check{
	Title:    "Aurora or Multi-AZ cluster cannot be logged in to by IAM",
	Severity: checks.Low,
	Why:      "Its users have passwords that are stored with every client and never expire, in place of tokens that last a quarter of an hour.",
	Fix: checks.Fix{
		Terraform:      `Set "iam_database_authentication_enabled = true".`,
		CloudFormation: `Set "EnableIAMDatabaseAuthentication: true".`,
		Live:           `Run "aws rds modify-db-cluster" with --enable-iam-database-authentication.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_162",
		KICS:    "9fcd0a0a-9b6f-4670-a215-d94e6bf3f184",
		Prowler: "rds_cluster_iam_authentication_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_rds_cluster", Path: "iam_database_authentication_enabled"},
}
