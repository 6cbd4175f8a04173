package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var VPCChangesUnwatched = &checks.Check{
	Title:    "No alarm is raised on changes of VPCs",
	Severity: checks.Low,
	Why:      "A new peering connects what was meant to be apart.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "9d0d4512-1959-43a2-a17f-72360ff06d1b",
		Trivy:   "AVD-AWS-0160",
		Prowler: "cloudwatch_changes_to_vpcs_alarm_configured",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "changes of VPCs",
		Source:  "ec2.amazonaws.com",
		Calls: "CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection CreateVpcPeeringConnection " +
			"DeleteVpcPeeringConnection RejectVpcPeeringConnection",
	},
}
