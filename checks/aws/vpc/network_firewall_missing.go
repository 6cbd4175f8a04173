package vpc

import "github.com/lintel-iac/lintel/checks"

var NetworkFirewallMissing = &checks.Check{
	Title:    "VPC has no network firewall",
	Severity: checks.Low,
	Why:      "Security groups look at addresses and ports only: what is inside of the traffic nobody sees.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_networkfirewall_firewall" with the VPC as "vpc_id".`,
		CloudFormation: `Add an "AWS::NetworkFirewall::Firewall" with the VPC as "VpcId".`,
		Live:           `Run "aws network-firewall create-firewall" for the VPC.`,
	},
	Aliases: checks.Aliases{
		KICS:    "3e293410-d5b8-411f-85fd-7d26294f20c9 fd632aaf-b8a1-424d-a4d1-0de22fd3247a",
		Prowler: "networkfirewall_in_all_vpc",
	},
	References: []string{"https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireDeclared{Type: "aws_vpc", Path: "firewall", What: "network firewall"},
}
