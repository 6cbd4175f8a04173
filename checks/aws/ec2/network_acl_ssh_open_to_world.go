package ec2

import "github.com/lintel-iac/lintel/checks"

var NetworkACLSSHOpenToWorld = &checks.Check{
	Title:    "Network ACL lets the whole internet reach SSH",
	Severity: checks.Medium,
	Why: "One careless security group in the subnet is then enough to open a machine to everyone: the network " +
		"ACL is the second lock.",
	Fix: checks.Fix{
		Terraform:      `Deny port 22 from 0.0.0.0/0 and ::/0 before the rules that allow it, or allow the addresses that need it alone.`,
		CloudFormation: `Deny port 22 from 0.0.0.0/0 and ::/0 before the rules that allow it, or allow the addresses that need it alone.`,
		Live:           `Replace the entry, or add one with a lower number that denies port 22.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_232",
		KICS:    "3af7f2fd-06e6-4dab-b996-2912bea19ba4",
		Trivy:   "AVD-AWS-0105",
		Regula:  "FG_R00357",
		Prowler: "ec2_networkacl_allow_ingress_tcp_port_22",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"},
	Since:      "0.1",
	Rule:       openPorts{Type: aclRules, Ports: []int{22}},
}
