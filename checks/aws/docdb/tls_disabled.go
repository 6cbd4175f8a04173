package docdb

import "github.com/lintel-iac/lintel/checks"

var TLSDisabled = &checks.Check{
	Title:    "DocumentDB parameter group turns TLS off",
	Severity: checks.Medium,
	Why:      "Queries, answers and passwords can be read or changed by anyone on the way.",
	Fix: checks.Fix{
		Terraform:      `Leave the parameter tls at its default, enabled.`,
		CloudFormation: `Leave the parameter tls at its default, enabled.`,
		Live:           `Run "aws docdb modify-db-cluster-parameter-group" with tls=enabled, and reboot the instances.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_90"},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html"},
	Since:      "0.1",
	Rule:       checks.ForbidParameter{Type: "aws_docdb_cluster_parameter_group", Name: "tls", Of: []string{"disabled"}},
}
