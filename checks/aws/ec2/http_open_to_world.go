package ec2

import "github.com/lintel-iac/lintel/checks"

var HTTPOpenToWorld = &checks.Check{
	Title:    "Security group lets the whole internet reach HTTP",
	Severity: checks.Low,
	Why: "What is sent to port 80 can be read and changed on its way. A redirect to HTTPS needs it, an " +
		"application does not.",
	Fix: checks.Fix{
		Terraform:      `Open port 443 instead, and leave the redirect to a load balancer or CDN.`,
		CloudFormation: `Open port 443 instead, and leave the redirect to a load balancer or CDN.`,
		Live:           `Revoke the rule, and leave the redirect to HTTPS to a load balancer or CDN.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_260",
		KICS:    "ffac8a12-322e-42c1-b9b9-81ff85c39ef7 ddfc4eaa-af23-409f-b96c-bf5c45dc4daa",
		Regula:  "FG_R00041",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       openPorts{Type: groupRules, Ports: []int{80}},
}
