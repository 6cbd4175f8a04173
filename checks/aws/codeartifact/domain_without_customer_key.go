// Package codeartifact holds the checks of CodeArtifact.
package codeartifact

import "github.com/lintel-iac/lintel/checks"

var DomainWithoutCustomerKey = &checks.Check{
	Title:    "CodeArtifact domain is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "encryption_key" to a KMS key of your own.`,
		CloudFormation: `Set "EncryptionKey" to a KMS key of your own.`,
		Live:           `Create it anew with a key of your own, and move the data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_221",
	},
	References: []string{"https://docs.aws.amazon.com/codeartifact/latest/ug/domain-overview.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_codeartifact_domain", Path: "encryption_key"},
}
