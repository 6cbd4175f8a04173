package iot

import "github.com/lintel-iac/lintel/checks"

var PolicyWildcardResource = &checks.Check{
	Title:    "IoT policy is about all resources",
	Severity: checks.Medium,
	Why:      "One device that is taken over can act for every other, and read every topic.",
	Fix: checks.Fix{
		Terraform:      `Name clients and topics by their ARNs, with a variable such as "${iot:Connection.Thing.ThingName}" in them.`,
		CloudFormation: `Name clients and topics by their ARNs, with a variable such as "${iot:Connection.Thing.ThingName}" in them.`,
		Live:           `Run "aws iot create-policy-version" with the resources of the device.`,
	},
	Aliases: checks.Aliases{
		KICS:   "be5b230d-4371-4a28-a441-85dc760e2aa3",
		CfnNag: "W39",
		Guard:  "IOT_POLICY_WILDCARD_RESOURCE_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAllResources{Type: "aws_iot_policy", Path: "policy"},
}
