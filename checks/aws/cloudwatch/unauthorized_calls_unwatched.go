package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var UnauthorizedCallsUnwatched = &checks.Check{
	Title:    "No alarm is raised on calls that are refused",
	Severity: checks.Low,
	Why:      "Whoever has stolen credentials tries what they are good for: the refusals give that away.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "4c18a45b-4ab1-4790-9f83-399ac695f1e5",
		Trivy:   "AVD-AWS-0147",
		Prowler: "cloudwatch_log_metric_filter_unauthorized_api_calls",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "refused calls",
		Events: []event{
			"eventSource=ec2.amazonaws.com;eventName=RunInstances;errorCode=Client.UnauthorizedOperation",
			"eventSource=s3.amazonaws.com;eventName=ListBuckets;errorCode=AccessDenied",
		},
	},
}
