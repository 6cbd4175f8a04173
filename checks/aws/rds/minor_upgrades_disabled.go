package rds

import "github.com/lintel-iac/lintel/checks"

var MinorUpgradesDisabled = &checks.Check{
	Title:    "RDS does not install minor versions by itself",
	Severity: checks.Low,
	Why:      "Fixes of known weaknesses wait until somebody installs them by hand.",
	Fix: checks.Fix{
		Terraform:      `Set "auto_minor_version_upgrade = true", or leave it out.`,
		CloudFormation: `Set "AutoMinorVersionUpgrade: true", or leave it out.`,
		Live:           `Run "aws rds modify-db-instance" with --auto-minor-version-upgrade.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_226",
		KICS:    "3b6d777b-76e3-4133-80a3-0d6f667ade7f f0104061-8bfc-4b45-8a7d-630eb502f281",
		Guard:   "RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED",
		Prowler: "rds_instance_minor_version_upgrade_enabled rds_cluster_minor_version_upgrade_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_db_instance aws_rds_cluster_instance", Path: "auto_minor_version_upgrade"},
}
