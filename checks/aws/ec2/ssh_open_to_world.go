package ec2

import "github.com/lintel-iac/lintel/checks"

var SSHOpenToWorld = &checks.Check{
	Title:    "Security group lets the whole internet reach SSH",
	Severity: checks.High,
	Why: "Passwords and keys are tried on every open port 22 within minutes, and a fault in the server is " +
		"enough to take over the machine.",
	Fix: checks.Fix{
		Terraform:      `Close the port, and reach the machine by Session Manager of AWS Systems Manager, or name the addresses that need it in "cidr_blocks" or "cidr_ipv4".`,
		CloudFormation: `Close the port, and reach the machine by Session Manager of AWS Systems Manager, or name the addresses that need it in "CidrIp".`,
		Live:           `Revoke the rule, and reach the machine by Session Manager of AWS Systems Manager.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_24",
		KICS: "65905cec-d691-4320-b320-2000436cb696 6e856af2-62d7-4ba2-adc1-73b62cef9cc1 " +
			"381c3f2a-ef6f-4eff-99f7-b169cda3422c 494b03d3-bf40-4464-8524-7c56ad0700ed " +
			"78055456-f670-4d2e-94d5-392d1cf4f5e4 cdbb0467-2957-4a77-9992-7b55b29df7b7",
		Trivy:  "AVD-AWS-0107",
		Guard:  "INCOMING_SSH_DISABLED",
		Regula: "FG_R00085 FG_R00377",
		Prowler: "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_any_port",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html", "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html"},
	Since:      "0.1",
	Rule:       openPorts{Type: groupRules, Ports: []int{22}},
}
