package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var BucketReadsUnrecorded = &checks.Check{
	Title:    "No trail records reads of a bucket's objects",
	Severity: checks.Low,
	Why:      "Nobody can tell later which objects were taken, and by whom.",
	Fix: checks.Fix{
		Terraform:      `Name the bucket in a "data_resource" of an "aws_cloudtrail": "arn:aws:s3:::BUCKET/".`,
		CloudFormation: `Name the bucket in "DataResources" of an "AWS::CloudTrail::Trail": "arn:aws:s3:::BUCKET/".`,
		Live:           `Run "aws cloudtrail put-event-selectors" with the bucket.`,
	},
	Aliases: checks.Aliases{
		Trivy:  "AVD-AWS-0172",
		Regula: "FG_R00355",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       objectsOf{recordsObjects{Of: "reads", Kind: "ReadOnly", ReadOnly: "true"}},
}
