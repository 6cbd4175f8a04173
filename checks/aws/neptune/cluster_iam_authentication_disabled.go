package neptune

import "github.com/lintel-iac/lintel/checks"

var ClusterIAMAuthenticationDisabled = &checks.Check{
	Title:    "Neptune cluster does not ask who sends a query",
	Severity: checks.Medium,
	Why:      "Without IAM authentication whoever reaches the cluster may read and change the whole graph.",
	Fix: checks.Fix{
		Terraform:      `Set "iam_database_authentication_enabled = true".`,
		CloudFormation: `Set "IamAuthEnabled: true".`,
		Live:           `Run "aws neptune modify-db-cluster" with --enable-iam-database-authentication.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_359",
		KICS:    "c91d7ea0-d4d1-403b-8fe1-c9961ac082c5 a3aa0087-8228-4e7e-b202-dc9036972d02",
		Prowler: "neptune_cluster_iam_authentication_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_neptune_cluster", Path: "iam_database_authentication_enabled"},
}
