package ec2

import "github.com/lintel-iac/lintel/checks"

var NetworkACLAllPortsOpen = &checks.Check{
	Title:    "Network ACL lets the whole internet reach every port",
	Severity: checks.Medium,
	Why:      "The subnet has then no lock but its security groups: one that is careless opens a machine to everyone.",
	Fix: checks.Fix{
		Terraform:      `Allow the ports that are needed: 443, and 1024 to 65535 for answers.`,
		CloudFormation: `Allow the ports that are needed: 443, and 1024 to 65535 for answers.`,
		Live:           `Replace the entry by ones for the ports that are needed.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_352",
		Trivy:   "AVD-AWS-0102",
		Prowler: "ec2_networkacl_allow_ingress_any_port",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"},
	Since:      "0.1",
	Rule:       forbidRule{Type: aclRules, Is: allToAnywhere, Says: "all ports are open to %v"},
}
