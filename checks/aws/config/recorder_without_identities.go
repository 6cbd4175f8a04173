package config

import "github.com/lintel-iac/lintel/checks"

var RecorderWithoutIdentities = &checks.Check{
	Title:    "Config recorder leaves out IAM users, groups, roles and policies",
	Severity: checks.Low,
	Why:      "Who was given which right, and when, is recorded nowhere unless another region's recorder does it.",
	Fix: checks.Fix{
		Terraform:      `Set "include_global_resource_types = true" in the block "recording_group", in one region.`,
		CloudFormation: `Set "IncludeGlobalResourceTypes: true" in "RecordingGroup", in one region.`,
		Live:           `Run "aws configservice put-configuration-recorder" with includeGlobalResourceTypes=true, in one region.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_48",
	},
	References: []string{
		"https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html",
		"https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_config_configuration_recorder", Path: "recording_group.include_global_resource_types",
		When: []checks.Condition{{Path: "recording_group.all_supported", Of: []string{"true"}}},
	},
}
