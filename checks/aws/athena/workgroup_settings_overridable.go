package athena

import "github.com/lintel-iac/lintel/checks"

var WorkgroupSettingsOverridable = &checks.Check{
	Title:    "Athena workgroup lets its users override its settings",
	Severity: checks.Medium,
	Why:      "Whoever sends a query says himself where its results go and whether they are encrypted.",
	Fix: checks.Fix{
		Terraform:      `Leave "enforce_workgroup_configuration" at its default, true.`,
		CloudFormation: `Leave "EnforceWorkGroupConfiguration" at its default, true.`,
		Live:           `Run "aws athena update-work-group" with EnforceWorkGroupConfiguration=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_82",
		Trivy:   "AVD-AWS-0007",
		Prowler: "athena_workgroup_enforce_configuration",
	},
	References: []string{"https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_athena_workgroup", Path: "configuration.enforce_workgroup_configuration"},
}
