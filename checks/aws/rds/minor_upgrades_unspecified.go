package rds

import "github.com/lintel-iac/lintel/checks"

var MinorUpgradesUnspecified = &checks.Check{
	Title:    "RDS instance does not say whether minor versions are upgraded",
	Severity: checks.Low,
	Why:      "They are where nothing is said. One that says so shows that somebody wants it, and stays as it is should the default change.",
	Fix: checks.Fix{
		Terraform:      `Set "auto_minor_version_upgrade = true".`,
		CloudFormation: `Set "AutoMinorVersionUpgrade: true".`,
		Live:           `Nothing: a deployed instance always says it.`,
	},
	Aliases: checks.Aliases{
		KICS: "f0104061-8bfc-4b45-8a7d-630eb502f281",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_db_instance", Path: "auto_minor_version_upgrade"},
}
