package ec2

import "github.com/lintel-iac/lintel/checks"

var EgressOpenToWorld = &checks.Check{
	Title:    "Security group lets everything out to the whole internet",
	Severity: checks.Low,
	Why:      "Whoever takes over the machine can fetch tools from anywhere and send data to anywhere, on any port.",
	Fix: checks.Fix{
		Terraform:      `Open the ports that are needed, most often 443, in "egress" blocks or rules of their own.`,
		CloudFormation: `Open the ports that are needed, most often 443, under "SecurityGroupEgress".`,
		Live:           `Authorize the egress that is needed, then revoke the rule that allows all.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_382",
		KICS:    "66f2d8f9-a911-4ced-ae27-34f09690bb2c 46883ce1-dc3e-4b17-9195-c6a601624c73",
		Trivy:   "AVD-AWS-0104",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Since:      "0.1",
	Rule:       forbidRule{Type: groupEgress, Out: true, Is: allToAnywhere, Says: "all ports are open to %v"},
}
