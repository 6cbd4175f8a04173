package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var NoCloudwatchLogs = &checks.Check{
	Title:    "CloudTrail trail is not sent to CloudWatch Logs",
	Severity: checks.Low,
	Why:      "No alarm can be raised by what it records.",
	Fix: checks.Fix{
		Terraform:      `Set "cloud_watch_logs_group_arn" and "cloud_watch_logs_role_arn".`,
		CloudFormation: `Set "CloudWatchLogsLogGroupArn" and "CloudWatchLogsRoleArn".`,
		Live:           `Run "aws cloudtrail update-trail" with --cloud-watch-logs-log-group-arn and --cloud-watch-logs-role-arn.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_10",
		KICS:    "17b30f8f-8dfb-4597-adf6-57600b6cf25e 65d07da5-9af5-44df-8983-52d2e6f24c44",
		Trivy:   "AVD-AWS-0162",
		Guard:   "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED",
		Regula:  "FG_R00029",
		Prowler: "cloudtrail_cloudwatch_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_cloudtrail", Path: "cloud_watch_logs_group_arn"},
}
