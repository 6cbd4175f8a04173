package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterPubliclyAccessible = &checks.Check{
	Title:    "Redshift cluster can be reached from the internet",
	Severity: checks.High,
	Why:      "It has a public address: only its security group and the passwords of its users keep strangers out.",
	Fix: checks.Fix{
		Terraform:      `Set "publicly_accessible = false".`,
		CloudFormation: `Set "PubliclyAccessible: false".`,
		Live:           `Run "aws redshift modify-cluster" with --no-publicly-accessible.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_87",
		KICS:    "af173fde-95ea-4584-b904-bb3923ac4bda bdf8dcb4-75df-4370-92c4-606e4ae6c4d3",
		Guard:   "REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK",
		Regula:  "FG_R00270",
		Prowler: "redshift_cluster_public_access",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html"},
	Since:      "0.1",
	Rule:       checks.RequireFalse{Type: "aws_redshift_cluster", Path: "publicly_accessible"},
}
