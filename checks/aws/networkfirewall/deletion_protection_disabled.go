// Package networkfirewall holds the checks of Network Firewall.
package networkfirewall

import "github.com/lintel-iac/lintel/checks"

var DeletionProtectionDisabled = &checks.Check{
	Title:    "Network firewall can be deleted by mistake",
	Severity: checks.Low,
	Why:      "One wrong command, or a plan nobody read, takes the inspection of all traffic away.",
	Fix: checks.Fix{
		Terraform:      `Set "delete_protection = true".`,
		CloudFormation: `Set "DeleteProtection: true".`,
		Live:           `Run "aws network-firewall update-firewall-delete-protection" with --delete-protection.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_344",
		Prowler: "networkfirewall_deletion_protection",
	},
	References: []string{"https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-updating.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_networkfirewall_firewall", Path: "delete_protection"},
}
