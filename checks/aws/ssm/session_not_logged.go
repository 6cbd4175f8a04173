package ssm

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SessionNotLogged = &checks.Check{
	Title:    "Sessions of Session Manager are not logged, or not encrypted there",
	Severity: checks.Medium,
	Why:      "What was done on a machine cannot be told afterwards, or can be read by whoever gets at the log.",
	Fix: checks.Fix{
		Terraform:      `Set "s3BucketName" or "cloudWatchLogGroupName" in the inputs of the document, and leave encryption there at true.`,
		CloudFormation: `Set "s3BucketName" or "cloudWatchLogGroupName" in the inputs of the document, and leave encryption there at true.`,
		Live:           `Switch on logging, and its encryption, in the preferences of Session Manager.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_113",
	},
	References: []string{"https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ssm_document", Do: sessionLogs},
}

func sessionLogs(p *checks.Pass, r *model.Resource) {
	for bucket := range inputs(r, "s3BucketName") {
		for group := range inputs(r, "cloudWatchLogGroupName") {
			p.Forbid(min(bucket.IsEmpty(), group.IsEmpty()), bucket, "sessions go neither to S3 nor to CloudWatch")
			inClear(p, r, bucket, "s3EncryptionEnabled")
			inClear(p, r, group, "cloudWatchEncryptionEnabled")
		}
	}
}

// inClear forbids that a place for logs, where there is one, is not encrypted.
func inClear(p *checks.Pass, r *model.Resource, place model.Value, flag string) {
	for encrypted := range inputs(r, flag) {
		p.Forbid(min(model.Not(place.IsEmpty()), encrypted.IsFalse()), encrypted, "%s is %v", encrypted.Origin.Name, encrypted)
	}
}
