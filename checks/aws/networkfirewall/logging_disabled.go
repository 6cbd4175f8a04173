package networkfirewall

import "github.com/lintel-iac/lintel/checks"

var LoggingDisabled = &checks.Check{
	Title:    "Network firewall does not log what it sees",
	Severity: checks.Medium,
	Why:      "After an intrusion nobody can tell what came through, and alerts are seen by nobody.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_networkfirewall_logging_configuration" with the firewall as "firewall_arn".`,
		CloudFormation: `Add an "AWS::NetworkFirewall::LoggingConfiguration" with the firewall as "FirewallArn".`,
		Live:           `Run "aws network-firewall update-logging-configuration".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_63",
		Prowler: "networkfirewall_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html"},
	Since:      "0.1",
	Rule:       checks.RequireDeclared{Type: "aws_networkfirewall_firewall", Path: "logging_configuration", What: "logging configuration"},
}
