package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var SecurityGroupChangesUnwatched = &checks.Check{
	Title:    "No alarm is raised on changes of security groups",
	Severity: checks.Low,
	Why:      "One rule too many opens a server to the world.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "4beaf898-9f8b-4237-89e2-5ffdc7ee6006",
		Trivy:   "AVD-AWS-0156",
		Prowler: "cloudwatch_log_metric_filter_security_group_changes",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "changes of security groups",
		Source:  "ec2.amazonaws.com",
		Calls: "AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress " +
			"RevokeSecurityGroupEgress CreateSecurityGroup DeleteSecurityGroup",
	},
}
