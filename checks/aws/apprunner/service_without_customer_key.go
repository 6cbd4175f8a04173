package apprunner

import "github.com/lintel-iac/lintel/checks"

var ServiceWithoutCustomerKey = &checks.Check{
	Title:    "App Runner service is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key" in the block "encryption_configuration". The service is made anew.`,
		CloudFormation: `Set "KmsKey" in "EncryptionConfiguration". The service is made anew.`,
		Live:           `Make the service anew with a KMS key of the account.`,
	},
	References: []string{"https://docs.aws.amazon.com/apprunner/latest/dg/security-data-protection-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_apprunner_service", Path: "encryption_configuration.kms_key"},
}
