package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterDefaultUserPublic = &checks.Check{
	Title:    "Redshift cluster on the internet has the usual name for its administrator",
	Severity: checks.Medium,
	Why:      "Whoever tries passwords from outside need not guess the name.",
	Fix: checks.Fix{
		Terraform:      `Set "publicly_accessible = false", and "master_username" to a name of your own.`,
		CloudFormation: `Set "PubliclyAccessible: false", and "MasterUsername" to a name of your own.`,
		Live:           `Run "aws redshift modify-cluster" with --no-publicly-accessible.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_391",
		Prowler: "redshift_cluster_non_default_username",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_redshift_cluster", Path: "master_username",
		Of:   []string{"awsuser", "admin", "administrator", "master", "postgres", "redshift", "root"},
		When: []checks.Condition{{Path: "publicly_accessible", Of: []string{"true"}}},
	},
}
