// Package athena holds the checks of Athena.
package athena

import "github.com/lintel-iac/lintel/checks"

var DatabaseUnencrypted = &checks.Check{
	Title:    "Athena database does not ask for its results to be encrypted",
	Severity: checks.Medium,
	Why: "Results of its queries are encrypted as the bucket they go to happens to do it, which somebody else " +
		"can change.",
	Fix: checks.Fix{
		Terraform: `Add an "encryption_configuration" block.`,
		Live:      `Make the database anew with encryption, or enforce it by the workgroup.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_77",
		KICS:    "b2315cae-b110-4426-81e0-80bb8640cdd3",
		Trivy:   "AVD-AWS-0006",
	},
	References: []string{"https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_athena_database", Path: "encryption_configuration.encryption_option"},
}
