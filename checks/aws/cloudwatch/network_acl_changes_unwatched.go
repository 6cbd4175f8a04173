package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var NetworkACLChangesUnwatched = &checks.Check{
	Title:    "No alarm is raised on changes of network ACLs",
	Severity: checks.Low,
	Why:      "One rule too many opens a subnet to the world.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "0a8e8dc5-b6fc-44fc-b5a1-969ec950f9b0",
		Trivy:   "AVD-AWS-0157",
		Prowler: "cloudwatch_changes_to_network_acls_alarm_configured",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "changes of network ACLs",
		Source:  "ec2.amazonaws.com",
		Calls: "CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry " +
			"ReplaceNetworkAclEntry ReplaceNetworkAclAssociation",
	},
}
