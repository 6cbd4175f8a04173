package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterDefaultPort = &checks.Check{
	Title:    "Redshift cluster listens on the usual port",
	Severity: checks.Low,
	Why:      "Whoever looks for databases looks there first.",
	Fix: checks.Fix{
		Terraform:      `Set "port" to another than 5439.`,
		CloudFormation: `Set "Port" to another than 5439.`,
		Live:           `Run "aws redshift modify-cluster" with --port.`,
	},
	Aliases:    checks.Aliases{KICS: "41abc6cc-dde1-4217-83d3-fb5f0cc09d8f a478af30-8c3a-404d-aa64-0b673cee509a"},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_redshift_cluster", Path: "port", Of: []string{"5439"}},
}
