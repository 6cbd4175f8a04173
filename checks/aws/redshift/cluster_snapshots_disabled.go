package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterSnapshotsDisabled = &checks.Check{
	Title:    "Redshift cluster makes no snapshots",
	Severity: checks.Medium,
	Why:      "What is deleted or spoilt, by mistake or by an intruder, cannot be had back.",
	Fix: checks.Fix{
		Terraform:      `Set "automated_snapshot_retention_period" to 7 days or more.`,
		CloudFormation: `Set "AutomatedSnapshotRetentionPeriod" to 7 days or more.`,
		Live:           `Run "aws redshift modify-cluster" with --automated-snapshot-retention-period 7.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_343",
		Guard:   "REDSHIFT_BACKUP_ENABLED REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK",
		Prowler: "redshift_cluster_automated_snapshot",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html"},
	Since:      "0.1",
	Rule:       checks.RequireAtLeast{Type: "aws_redshift_cluster", Path: "automated_snapshot_retention_period", Min: 1},
}
