// Package guardduty holds the checks of GuardDuty.
package guardduty

import "github.com/lintel-iac/lintel/checks"

var DetectorDisabled = &checks.Check{
	Title:    "GuardDuty detector is switched off",
	Severity: checks.High,
	Why:      "Stolen credentials, mining and traffic to known attackers go unnoticed in this region.",
	Fix: checks.Fix{
		Terraform:      `Set "enable = true", or leave it out.`,
		CloudFormation: `Set "Enable: true".`,
		Live:           `Run "aws guardduty update-detector" with --enable.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_238",
		KICS:    "704dadd3-54fc-48ac-b6a0-02f170011473 a25cd877-375c-4121-a640-730929936fac",
		Prowler: "guardduty_is_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/guardduty/latest/ug/what-is-guardduty.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_guardduty_detector", Path: "enable"},
}
