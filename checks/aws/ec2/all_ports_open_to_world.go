package ec2

import "github.com/lintel-iac/lintel/checks"

var AllPortsOpenToWorld = &checks.Check{
	Title:    "Security group lets the whole internet reach every port",
	Severity: checks.Critical,
	Why:      "Whatever listens on the machine, today or by accident tomorrow, can be reached and attacked by anyone.",
	Fix: checks.Fix{
		Terraform:      `Open the ports that are needed, each in a rule of its own, to the addresses that need them.`,
		CloudFormation: `Open the ports that are needed, each in a rule of its own, to the addresses that need them.`,
		Live:           `Revoke the rule, and authorize one for the addresses that need it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_277",
		KICS: "e415f8d3-fc2b-4f52-88ab-1129e8c8d3f5 46883ce1-dc3e-4b17-9195-c6a601624c73 " +
			"381c3f2a-ef6f-4eff-99f7-b169cda3422c 494b03d3-bf40-4464-8524-7c56ad0700ed " +
			"78055456-f670-4d2e-94d5-392d1cf4f5e4 590d878b-abdc-428f-895a-e2b68a0e1998 " +
			"829ce3b8-065c-41a3-ad57-e0accfea82d2",
		Regula: "FG_R00044 FG_R00045 FG_R00103 FG_R00104 FG_R00350 FG_R00377 FG_R00102",
		Prowler: "ec2_securitygroup_allow_ingress_from_internet_to_all_ports " +
			"ec2_securitygroup_allow_ingress_from_internet_to_any_port",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Since:      "0.1",
	Rule:       forbidRule{Type: groupRules, Is: allToAnywhere, Says: "all ports are open to %v"},
}
