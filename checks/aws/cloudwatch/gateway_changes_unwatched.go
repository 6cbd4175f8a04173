package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var GatewayChangesUnwatched = &checks.Check{
	Title:    "No alarm is raised on changes of network gateways",
	Severity: checks.Low,
	Why:      "A new gateway is a way in and out that no rule was made for.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "6b6874fe-4c2f-4eea-8b90-7cceaa4a125e",
		Trivy:   "AVD-AWS-0158",
		Prowler: "cloudwatch_changes_to_network_gateways_alarm_configured",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "changes of network gateways",
		Source:  "ec2.amazonaws.com",
		Calls: "CreateCustomerGateway DeleteCustomerGateway AttachInternetGateway CreateInternetGateway " +
			"DeleteInternetGateway DetachInternetGateway",
	},
}
