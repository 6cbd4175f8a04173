package dms

import "github.com/lintel-iac/lintel/checks"

var InstanceMinorUpgradesDisabled = &checks.Check{
	Title:    "DMS replication instance does not install minor versions by itself",
	Severity: checks.Low,
	Why:      "Fixes of known weaknesses wait until somebody installs them by hand.",
	Fix: checks.Fix{
		Terraform:      `Set "auto_minor_version_upgrade = true".`,
		CloudFormation: `Set "AutoMinorVersionUpgrade: true", or leave it out.`,
		Live:           `Run "aws dms modify-replication-instance" with --auto-minor-version-upgrade.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_222",
		Prowler: "dms_instance_minor_version_upgrade_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.Modifying.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_dms_replication_instance", Path: "auto_minor_version_upgrade"},
}
