package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var AlarmActionsDisabled = &checks.Check{
	Title:    "Actions of a CloudWatch alarm are switched off",
	Severity: checks.Medium,
	Why:      "The alarm changes its state and nobody hears of it.",
	Fix: checks.Fix{
		Terraform:      `Set "actions_enabled = true", or leave it out.`,
		CloudFormation: `Set "ActionsEnabled: true", or leave it out.`,
		Live:           `Run "aws cloudwatch enable-alarm-actions".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_319",
		Guard:   "CLOUDWATCH_ALARM_ACTION_CHECK",
		Prowler: "cloudwatch_alarm_actions_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_cloudwatch_metric_alarm aws_cloudwatch_composite_alarm", Path: "actions_enabled"},
}
