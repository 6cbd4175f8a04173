package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var TrailChangesUnwatched = &checks.Check{
	Title:    "No alarm is raised on changes of CloudTrail",
	Severity: checks.Low,
	Why:      "Whoever does not want to be seen switches the trail off first.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "0f6cbf69-41bb-47dc-93f3-3844640bf480",
		Trivy:   "AVD-AWS-0151",
		Prowler: "cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "changes of CloudTrail",
		Source:  "cloudtrail.amazonaws.com",
		Calls:   "CreateTrail UpdateTrail DeleteTrail StartLogging StopLogging",
	},
}
