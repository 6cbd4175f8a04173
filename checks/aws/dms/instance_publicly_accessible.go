// Package dms holds the checks of Database Migration Service.
package dms

import "github.com/lintel-iac/lintel/checks"

var InstancePubliclyAccessible = &checks.Check{
	Title:    "DMS replication instance can be reached from the internet",
	Severity: checks.High,
	Why:      "It has a public address, and the passwords of the databases that it copies.",
	Fix: checks.Fix{
		Terraform:      `Set "publicly_accessible = false".`,
		CloudFormation: `Set "PubliclyAccessible: false".`,
		Live:           `Make a new replication instance without a public address: it cannot be changed.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_89",
		KICS:    "030d3b18-1821-45b4-9e08-50efbe7becbb 5864fb39-d719-4182-80e2-89dbe627be63",
		CfnNag:  "W91",
		Guard:   "DMS_REPLICATION_NOT_PUBLIC",
		Prowler: "dms_instance_no_public_access",
	},
	References: []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html"},
	Since:      "0.1",
	Rule:       checks.RequireFalse{Type: "aws_dms_replication_instance", Path: "publicly_accessible"},
}
