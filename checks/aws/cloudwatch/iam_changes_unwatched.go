package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var IAMChangesUnwatched = &checks.Check{
	Title:    "No alarm is raised on changes of IAM policies",
	Severity: checks.Low,
	Why:      "Giving himself rights is among the first things that an intruder does.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "eaaba502-2f94-411a-a3c2-83d63cc1776d",
		Trivy:   "AVD-AWS-0150",
		Prowler: "cloudwatch_log_metric_filter_policy_changes",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "changes of IAM policies",
		Source:  "iam.amazonaws.com",
		Calls: "DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy PutGroupPolicy PutRolePolicy PutUserPolicy " +
			"CreatePolicy DeletePolicy CreatePolicyVersion DeletePolicyVersion AttachRolePolicy " +
			"DetachRolePolicy AttachUserPolicy DetachUserPolicy AttachGroupPolicy DetachGroupPolicy",
	},
}
