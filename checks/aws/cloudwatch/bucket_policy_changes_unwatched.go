package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var BucketPolicyChangesUnwatched = &checks.Check{
	Title:    "No alarm is raised on changes of bucket policies",
	Severity: checks.Low,
	Why:      "A bucket that becomes public is found by strangers within hours.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "27c6a499-895a-4dc7-9617-5c485218db13",
		Trivy:   "AVD-AWS-0154",
		Prowler: "cloudwatch_log_metric_filter_for_s3_bucket_policy_changes",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "changes of bucket policies",
		Source:  "s3.amazonaws.com",
		Calls: "PutBucketAcl PutBucketPolicy PutBucketCors PutBucketLifecycle PutBucketReplication " +
			"DeleteBucketPolicy DeleteBucketCors DeleteBucketLifecycle DeleteBucketReplication",
	},
}
