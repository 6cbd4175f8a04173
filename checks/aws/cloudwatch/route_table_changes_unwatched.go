package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var RouteTableChangesUnwatched = &checks.Check{
	Title:    "No alarm is raised on changes of route tables",
	Severity: checks.Low,
	Why:      "A changed route leads traffic past the firewall, or to a stranger.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "2285e608-ddbc-47f3-ba54-ce7121e31216",
		Trivy:   "AVD-AWS-0159",
		Prowler: "cloudwatch_changes_to_network_route_tables_alarm_configured",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "changes of route tables",
		Source:  "ec2.amazonaws.com",
		Calls: "CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation DeleteRouteTable " +
			"DeleteRoute DisassociateRouteTable",
	},
}
