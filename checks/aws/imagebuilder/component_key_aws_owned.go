// Package imagebuilder holds the checks of Image Builder.
package imagebuilder

import "github.com/lintel-iac/lintel/checks"

var ComponentKeyAwsOwned = &checks.Check{
	Title:    "Component of Image Builder is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why:      "Only with a key of your own can you say who may read it, and take that back.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_kms_key" as "kms_key_id".`,
		CloudFormation: `Name a key as "KmsKeyId".`,
		Live:           "Make a version with a key of your own.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_180",
	},
	References: []string{"https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_imagebuilder_component", Path: "kms_key_id"},
}
