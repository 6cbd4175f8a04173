// Package mq holds the checks of Amazon MQ.
package mq

import "github.com/lintel-iac/lintel/checks"

var PubliclyAccessible = &checks.Check{
	Title:    "Message broker is reachable from the internet",
	Severity: checks.High,
	Why:      "Everyone can try passwords, and use the next hole in the broker.",
	Fix: checks.Fix{
		Terraform:      `Set "publicly_accessible = false".`,
		CloudFormation: `Set "PubliclyAccessible: false".`,
		Live:           "Make the broker anew without public access.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_69",
		KICS:    "68b6a789-82f8-4cfd-85de-e95332fe6a61 4eb5f791-c861-4afd-9f94-f2a6a3fe49cb",
		Trivy:   "AVD-AWS-0072",
		Prowler: "mq_broker_not_publicly_accessible",
	},
	References: []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_mq_broker", Path: "publicly_accessible", Of: []string{"true"}},
}
