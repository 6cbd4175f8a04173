package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var RootUseUnwatched = &checks.Check{
	Title:    "No alarm is raised on use of the root user",
	Severity: checks.Low,
	Why:      "The root user is for a handful of tasks in a lifetime: any other use is a mistake or an intruder.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "8b1b1e67-6248-4dca-bbad-93486bb181c0",
		Trivy:   "AVD-AWS-0149",
		Prowler: "cloudwatch_log_metric_filter_root_usage",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "use of the root user",
		Events: []event{
			"eventSource=sts.amazonaws.com;eventName=GetCallerIdentity;userIdentity.type=Root",
		},
	},
}
