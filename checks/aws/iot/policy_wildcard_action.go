// Package iot holds the checks of IoT.
package iot

import "github.com/lintel-iac/lintel/checks"

var PolicyWildcardAction = &checks.Check{
	Title:    "IoT policy allows all actions",
	Severity: checks.High,
	Why:      "Whoever takes one device apart can speak for all of them, and listen to all.",
	Fix: checks.Fix{
		Terraform:      `List the actions that a device needs.`,
		CloudFormation: `List the actions that a device needs.`,
		Live:           `Run "aws iot create-policy-version" with the actions that a device needs.`,
	},
	Aliases: checks.Aliases{
		KICS:   "4d32780f-43a4-424a-a06d-943c543576a5",
		CfnNag: "W38",
		Guard:  "IOT_POLICY_WILDCARD_ACTION_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html"},
	Since:      "0.1",
	Rule:       checks.ForbidWildcardAction{Type: "aws_iot_policy", Path: "policy"},
}
