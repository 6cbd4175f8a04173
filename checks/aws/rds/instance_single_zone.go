package rds

import "github.com/lintel-iac/lintel/checks"

var InstanceSingleZone = &checks.Check{
	Title:    "RDS instance is in one availability zone only",
	Severity: checks.Low,
	Why:      "If the zone fails, the database is gone until somebody restores a backup elsewhere.",
	Fix: checks.Fix{
		Terraform:      `Set "multi_az = true".`,
		CloudFormation: `Set "MultiAZ: true".`,
		Live:           `Run "aws rds modify-db-instance" with --multi-az.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_157",
		KICS:    "2b1d4935-9acf-48a7-8466-10d18bf51a69",
		Guard:   "RDS_MULTI_AZ_SUPPORT",
		Regula:  "FG_R00251",
		Prowler: "rds_instance_multi_az",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_db_instance", Path: "multi_az"},
}
