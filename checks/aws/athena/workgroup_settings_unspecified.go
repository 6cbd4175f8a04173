package athena

import "github.com/lintel-iac/lintel/checks"

var WorkgroupSettingsUnspecified = &checks.Check{
	Title:    "Athena workgroup does not say whether its settings hold for all queries",
	Severity: checks.Low,
	Why:      "They do where nothing is said. One that says so shows that somebody wants it, and stays as it is should the default change.",
	Fix: checks.Fix{
		Terraform:      `Set "enforce_workgroup_configuration = true" in "configuration".`,
		CloudFormation: `Set "EnforceWorkGroupConfiguration: true" in "WorkGroupConfiguration".`,
		Live:           `Nothing: a deployed workgroup always says it.`,
	},
	Aliases: checks.Aliases{
		Trivy: "AVD-AWS-0007",
	},
	References: []string{"https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_athena_workgroup", Path: "configuration.enforce_workgroup_configuration"},
}
