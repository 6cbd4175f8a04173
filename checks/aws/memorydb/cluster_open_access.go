package memorydb

import "github.com/lintel-iac/lintel/checks"

var ClusterOpenAccess = &checks.Check{
	Title:    "MemoryDB cluster takes any command from anyone who reaches it",
	Severity: checks.High,
	Why:      "The access control list open-access has one user, who needs no password and may do everything.",
	Fix: checks.Fix{
		Terraform:      `Set "acl_name" to an "aws_memorydb_acl" with users of your own.`,
		CloudFormation: `Set "ACLName" to an access control list with users of your own.`,
		Live:           `Run "aws memorydb update-cluster" with --acl-name.`,
	},
	References: []string{"https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_memorydb_cluster", Path: "acl_name", Of: []string{"open-access"}},
}
