package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var TrailBucketNotLogged = &checks.Check{
	Title:    "Bucket of a CloudTrail trail does not log who accesses it",
	Severity: checks.Low,
	Why:      "Whether somebody looked at the logs of the account, or removed some, cannot be told.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_s3_bucket_logging" that names another bucket as "target_bucket".`,
		CloudFormation: `Set "LoggingConfiguration" with another bucket as "DestinationBucketName".`,
		Live:           `Run "aws s3api put-bucket-logging" with another bucket as target.`,
	},
	Aliases: checks.Aliases{
		KICS:    "ee9e50e8-b2ed-4176-ad42-8fc0cf7593f4 c3ce69fd-e3df-49c6-be78-1db3f802261c",
		Trivy:   "AVD-AWS-0163",
		Regula:  "FG_R00031",
		Prowler: "cloudtrail_logs_s3_bucket_access_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket", Do: trailLogged},
}

func trailLogged(p *checks.Pass, r *model.Resource) {
	if trail := trailOf(r); trail != nil {
		checks.RequireSet{Type: r.Type, Path: "logging.target_bucket"}.Judge(p, r)
		p.Beside(trail)
	}
}
