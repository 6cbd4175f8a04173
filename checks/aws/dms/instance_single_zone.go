package dms

import "github.com/lintel-iac/lintel/checks"

var InstanceSingleZone = &checks.Check{
	Title:    "DMS replication instance is in one availability zone only",
	Severity: checks.Low,
	Why:      "If the zone fails, replication stops, and may have to start all over.",
	Fix: checks.Fix{
		Terraform:      `Set "multi_az = true".`,
		CloudFormation: `Set "MultiAZ: true".`,
		Live:           `Run "aws dms modify-replication-instance" with --multi-az.`,
	},
	Aliases:    checks.Aliases{Prowler: "dms_instance_multi_az_enabled"},
	References: []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_dms_replication_instance", Path: "multi_az"},
}
