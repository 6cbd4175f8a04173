package s3

import "github.com/lintel-iac/lintel/checks"

var BucketWithoutNotifications = &checks.Check{
	Title:    "S3 bucket notifies nobody of what happens in it",
	Severity: checks.Low,
	Why:      "Nothing acts at once on an object that appears or vanishes.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_s3_bucket_notification".`,
		CloudFormation: `Set "NotificationConfiguration".`,
		Live:           `Run "aws s3api put-bucket-notification-configuration".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_62",
		Prowler: "s3_bucket_event_notifications_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_s3_bucket", Path: "notification"},
}
