package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var SignInFailuresUnwatched = &checks.Check{
	Title:    "No alarm is raised on sign-ins that fail",
	Severity: checks.Low,
	Why:      "Passwords are guessed by trying: the failures show it while there is time.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "5864d189-ee9a-4009-ac0c-8a582e6b7919",
		Trivy:   "AVD-AWS-0152",
		Prowler: "cloudwatch_log_metric_filter_authentication_failures",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "failed sign-ins",
		Events: []event{
			"eventSource=signin.amazonaws.com;eventName=ConsoleLogin;eventType=AwsConsoleSignIn;responseElements.ConsoleLogin=Failure;errorMessage=Failed authentication",
		},
	},
}
