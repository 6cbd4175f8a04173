package docdb

import "github.com/lintel-iac/lintel/checks"

var AuditLogDisabled = &checks.Check{
	Title:    "DocumentDB parameter group keeps no audit log",
	Severity: checks.Medium,
	Why:      "After an intrusion nobody can tell who connected and what was changed.",
	Fix: checks.Fix{
		Terraform:      `Set the parameter audit_logs to enabled or all.`,
		CloudFormation: `Set the parameter audit_logs to enabled or all.`,
		Live:           `Run "aws docdb modify-db-cluster-parameter-group" with audit_logs=enabled.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_104"},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html"},
	Since:      "0.1",
	Rule:       checks.ForbidParameter{Type: "aws_docdb_cluster_parameter_group", Name: "audit_logs", Of: []string{"disabled", "none"}, Set: true},
}
