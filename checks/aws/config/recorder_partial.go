package config

import "github.com/lintel-iac/lintel/checks"

var RecorderPartial = &checks.Check{
	Title:    "Config recorder leaves out some types of resources",
	Severity: checks.Low,
	Why:      "Changes of the types that are left out, and of those that AWS adds later, are recorded nowhere.",
	Fix: checks.Fix{
		Terraform:      `Set "all_supported = true" in the block "recording_group", or leave the block out.`,
		CloudFormation: `Set "AllSupported: true" in "RecordingGroup".`,
		Live:           `Run "aws configservice put-configuration-recorder" with allSupported=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_45 CKV2_AWS_48",
	},
	References: []string{"https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_config_configuration_recorder", Path: "recording_group.all_supported"},
}
