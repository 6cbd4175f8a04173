package mq

import "github.com/lintel-iac/lintel/checks"

var EncryptionUnspecified = &checks.Check{
	Title:    "MQ broker does not say by which key it is encrypted",
	Severity: checks.Low,
	Why:      "MQ then takes a key of its own, and nobody can tell whether that was meant; it cannot be changed later.",
	Fix: checks.Fix{
		Terraform:      `Add an "encryption_options" block.`,
		CloudFormation: `Set "EncryptionOptions".`,
		Live:           `Make a new broker with --encryption-options, and move over.`,
	},
	Aliases: checks.Aliases{
		KICS:   "316278b3-87ac-444c-8f8f-a733a28da60f 3db3f534-e3a3-487f-88c7-0a9fbf64b702",
		CfnNag: "W53",
	},
	References: []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_mq_broker", Path: "encryption_options"},
}
