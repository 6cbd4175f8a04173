package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var NoSNSTopic = &checks.Check{
	Title:    "CloudTrail trail notifies no SNS topic",
	Severity: checks.Low,
	Why:      "Nobody is told when log files arrive, so that nothing acts on them at once.",
	Fix: checks.Fix{
		Terraform:      `Set "sns_topic_name".`,
		CloudFormation: `Set "SnsTopicName".`,
		Live:           `Run "aws cloudtrail update-trail" with --sns-topic-name.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_252",
		KICS:    "482b7d26-0bdb-4b5f-bf6f-545826c0a3dd 3e09413f-471e-40f3-8626-990c79ae63f3",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_cloudtrail", Path: "sns_topic_name"},
}
