package ec2

import "github.com/lintel-iac/lintel/checks"

var NetworkACLRDPOpenToWorld = &checks.Check{
	Title:    "Network ACL lets the whole internet reach Remote Desktop",
	Severity: checks.Medium,
	Why: "One careless security group in the subnet is then enough to open a machine to everyone: the network " +
		"ACL is the second lock.",
	Fix: checks.Fix{
		Terraform:      `Deny port 3389 from 0.0.0.0/0 and ::/0 before the rules that allow it, or allow the addresses that need it alone.`,
		CloudFormation: `Deny port 3389 from 0.0.0.0/0 and ::/0 before the rules that allow it, or allow the addresses that need it alone.`,
		Live:           `Replace the entry, or add one with a lower number that denies port 3389.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_231",
		KICS:    "a20be318-cac7-457b-911d-04cc6e812c25",
		Trivy:   "AVD-AWS-0105",
		Regula:  "FG_R00359",
		Prowler: "ec2_networkacl_allow_ingress_tcp_port_3389",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"},
	Since:      "0.1",
	Rule:       openPorts{Type: aclRules, Ports: []int{3389}},
}
