package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterDefaultDatabaseName = &checks.Check{
	Title:    "Redshift cluster has the usual name for its database",
	Severity: checks.Low,
	Why:      "Whoever tries to get in need not guess the name.",
	Fix: checks.Fix{
		Terraform:      `Set "database_name" to a name of your own.`,
		CloudFormation: `Set "DBName" to a name of your own.`,
		Live:           `Make a new cluster with another name: it cannot be changed.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_320",
		Prowler: "redshift_cluster_non_default_database_name",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_redshift_cluster", Path: "database_name", Of: []string{"dev"}},
}
