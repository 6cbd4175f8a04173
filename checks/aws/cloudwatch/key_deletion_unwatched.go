package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var KeyDeletionUnwatched = &checks.Check{
	Title:    "No alarm is raised when a KMS key is disabled or its deletion scheduled",
	Severity: checks.Low,
	Why:      "All that the key protects is lost with it: the waiting time is there for somebody to notice.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "56a585f5-555c-48b2-8395-e64e4740a9cf",
		Trivy:   "AVD-AWS-0153",
		Prowler: "cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "keys being disabled or deleted",
		Source:  "kms.amazonaws.com",
		Calls:   "DisableKey ScheduleKeyDeletion",
	},
}
