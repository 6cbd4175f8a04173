package ec2

import "github.com/lintel-iac/lintel/checks"

var NetworkACLFTPOpenToWorld = &checks.Check{
	Title:    "Network ACL lets the whole internet reach FTP",
	Severity: checks.Medium,
	Why: "FTP sends passwords and files in the clear. One careless security group in the subnet is then enough " +
		"to open it to everyone.",
	Fix: checks.Fix{
		Terraform:      `Deny ports 20 and 21 from 0.0.0.0/0 and ::/0 before the rules that allow them.`,
		CloudFormation: `Deny ports 20 and 21 from 0.0.0.0/0 and ::/0 before the rules that allow them.`,
		Live:           `Replace the entry, or add one with a lower number that denies ports 20 and 21.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_229 CKV_AWS_230",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"},
	Since:      "0.1",
	Rule:       openPorts{Type: aclRules, Ports: []int{20, 21}},
}
