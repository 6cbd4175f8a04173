package athena

import "github.com/lintel-iac/lintel/checks"

var WorkgroupUnencrypted = &checks.Check{
	Title:    "Athena workgroup does not ask for its results to be encrypted",
	Severity: checks.Medium,
	Why: "Results of its queries are encrypted as the bucket they go to happens to do it, which somebody else " +
		"can change.",
	Fix: checks.Fix{
		Terraform:      `Add an "encryption_configuration" block in "result_configuration".`,
		CloudFormation: `Set "EncryptionConfiguration" under "WorkGroupConfiguration.ResultConfiguration".`,
		Live:           `Run "aws athena update-work-group" with an EncryptionConfiguration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_159",
		KICS:    "d364984a-a222-4b5f-a8b0-e23ab19ebff3",
		Trivy:   "AVD-AWS-0006",
		Prowler: "athena_workgroup_encryption",
	},
	References: []string{"https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html"},
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_athena_workgroup", Path: "configuration.result_configuration.encryption_configuration.encryption_option",
		When: []checks.Condition{{Path: "configuration.managed_query_results_configuration.enabled", NoneOf: []string{"true"}}},
	},
}
