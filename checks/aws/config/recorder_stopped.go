package config

import "github.com/lintel-iac/lintel/checks"

var RecorderStopped = &checks.Check{
	Title:    "Config recorder is not switched on",
	Severity: checks.Medium,
	Why:      "A recorder that does not run records nothing: who changed what, and when, cannot be told.",
	Fix: checks.Fix{
		Terraform:      `Set "is_enabled = true" in an "aws_config_configuration_recorder_status".`,
		CloudFormation: `Config starts the recorder as soon as there is an "AWS::Config::DeliveryChannel": add one.`,
		Live:           `Run "aws configservice start-configuration-recorder".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_45",
		Prowler: "config_recorder_all_regions_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type:      "aws_config_configuration_recorder",
		Companion: "aws_config_configuration_recorder_status",
		Path:      "status.is_enabled",
	},
}
