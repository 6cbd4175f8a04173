package ec2

import "github.com/lintel-iac/lintel/checks"

var RDPOpenToWorld = &checks.Check{
	Title:    "Security group lets the whole internet reach Remote Desktop",
	Severity: checks.High,
	Why: "Open Remote Desktop ports are the door by which ransomware most often comes in: passwords are " +
		"guessed, and faults need no password.",
	Fix: checks.Fix{
		Terraform:      `Close the port, and reach the machine by Session Manager of AWS Systems Manager, or name the addresses that need it in "cidr_blocks" or "cidr_ipv4".`,
		CloudFormation: `Close the port, and reach the machine by Session Manager of AWS Systems Manager, or name the addresses that need it in "CidrIp".`,
		Live:           `Revoke the rule, and reach the machine by Fleet Manager of AWS Systems Manager.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_25",
		KICS: "151187cb-0efc-481c-babd-ad24e3c9bc22 3ae83918-7ec7-4cb8-80db-b91ef0f94002 " +
			"c9846969-d066-431f-9b34-8c4abafe422a 381c3f2a-ef6f-4eff-99f7-b169cda3422c " +
			"494b03d3-bf40-4464-8524-7c56ad0700ed 78055456-f670-4d2e-94d5-392d1cf4f5e4 " +
			"cdbb0467-2957-4a77-9992-7b55b29df7b7",
		Trivy:  "AVD-AWS-0107",
		Guard:  "RESTRICTED_INCOMING_TRAFFIC",
		Regula: "FG_R00087 FG_R00377",
		Prowler: "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_any_port",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html", "https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-remote-desktop-connections.html"},
	Since:      "0.1",
	Rule:       openPorts{Type: groupRules, Ports: []int{3389}},
}
