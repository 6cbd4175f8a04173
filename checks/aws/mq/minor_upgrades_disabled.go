package mq

import "github.com/lintel-iac/lintel/checks"

var MinorUpgradesDisabled = &checks.Check{
	Title:    "Message broker does not get fixes by itself",
	Severity: checks.Low,
	Why:      "Known holes stay open until somebody thinks of it.",
	Fix: checks.Fix{
		Terraform:      `Set "auto_minor_version_upgrade = true".`,
		CloudFormation: `Set "AutoMinorVersionUpgrade: true".`,
		Live:           `Run "aws mq update-broker" with --auto-minor-version-upgrade.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_207",
		Prowler: "mq_broker_auto_minor_version_upgrades",
	},
	References: []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_mq_broker", Path: "auto_minor_version_upgrade"},
}
