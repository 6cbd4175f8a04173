// Package acm holds the checks of Certificate Manager.
package acm

import "github.com/lintel-iac/lintel/checks"

var CertificateUnlogged = &checks.Check{
	Title:    "Certificate is kept out of the transparency logs",
	Severity: checks.Low,
	Why:      "Browsers do not trust it, and nobody notices one that was issued to somebody else.",
	Fix: checks.Fix{
		Terraform:      `Set certificate_transparency_logging_preference = "ENABLED" in the block "options".`,
		CloudFormation: `Set "CertificateTransparencyLoggingPreference: ENABLED".`,
		Live:           `Run "aws acm update-certificate-options".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_234",
		Prowler: "acm_certificates_transparency_logs_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_acm_certificate", Path: "options.certificate_transparency_logging_preference", Of: []string{"DISABLED"}},
}
