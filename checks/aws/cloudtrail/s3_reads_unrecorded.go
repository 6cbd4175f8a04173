package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var S3ReadsUnrecorded = &checks.Check{
	Title:    "CloudTrail trail does not record which objects are read",
	Severity: checks.Low,
	Why:      "After a leak nobody can tell which objects were read, and by whom.",
	Fix: checks.Fix{
		Terraform:      `Add an "event_selector" with read_write_type = "All" and a "data_resource" of type "AWS::S3::Object".`,
		CloudFormation: `Add an "EventSelector" with "ReadWriteType: All" and a "DataResource" of type "AWS::S3::Object".`,
		Live:           `Run "aws cloudtrail put-event-selectors" with data events of AWS::S3::Object.`,
	},
	Aliases: checks.Aliases{
		KICS:    "a8fc2180-b3ac-4c93-bd0d-a55b974e4b07",
		Trivy:   "AVD-AWS-0172",
		Guard:   "CLOUDTRAIL_S3_DATAEVENTS_ENABLED",
		Prowler: "cloudtrail_s3_dataevents_read_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-cloudtrail-logging-for-s3.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
	},
	Since: "0.1",
	Rule:  recordsObjects{Of: "reads", Kind: "ReadOnly", ReadOnly: "true"},
}
