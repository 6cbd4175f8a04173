package elasticache

import "github.com/lintel-iac/lintel/checks"

var MinorUpgradesDisabled = &checks.Check{
	Title:    "ElastiCache does not install minor versions by itself",
	Severity: checks.Low,
	Why:      "Fixes of known weaknesses wait until somebody installs them by hand.",
	Fix: checks.Fix{
		Terraform:      `Set "auto_minor_version_upgrade = true".`,
		CloudFormation: `Set "AutoMinorVersionUpgrade: true".`,
		Live:           `Run "aws elasticache modify-cache-cluster", or modify-replication-group, with --auto-minor-version-upgrade.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_322",
		Prowler: "elasticache_redis_cluster_auto_minor_version_upgrades",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_elasticache_cluster aws_elasticache_replication_group", Path: "auto_minor_version_upgrade"},
}
