package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterUpgradesDisabled = &checks.Check{
	Title:    "Redshift cluster does not install new versions by itself",
	Severity: checks.Low,
	Why:      "Fixes of known weaknesses wait until somebody installs them by hand.",
	Fix: checks.Fix{
		Terraform:      `Set "allow_version_upgrade = true", or leave it out.`,
		CloudFormation: `Set "AllowVersionUpgrade: true", or leave it out.`,
		Live:           `Run "aws redshift modify-cluster" with --allow-version-upgrade.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_141",
		Guard:   "REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK",
		Prowler: "redshift_cluster_automatic_upgrades",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_redshift_cluster", Path: "allow_version_upgrade"},
}
