package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var SignInWithoutMFAUnwatched = &checks.Check{
	Title:    "No alarm is raised on a sign-in without a second factor",
	Severity: checks.Low,
	Why:      "A password alone was enough: it may not have been its owner who gave it.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "44ceb4fa-0897-4fd2-b676-30e7a58f2933",
		Trivy:   "AVD-AWS-0148",
		Prowler: "cloudwatch_log_metric_filter_sign_in_without_mfa",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "sign-ins without a second factor",
		Events: []event{
			"eventSource=signin.amazonaws.com;eventName=ConsoleLogin;eventType=AwsConsoleSignIn;responseElements.ConsoleLogin=Success;additionalEventData.MFAUsed=No",
		},
	},
}
