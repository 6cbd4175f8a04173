package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketWithoutReplication = &checks.Check{
	Title:    "S3 bucket is not replicated",
	Severity: checks.Low,
	Why:      "What is lost in its region, or with its account, is lost.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_s3_bucket_replication_configuration" with a rule whose status is Enabled.`,
		CloudFormation: `Set "ReplicationConfiguration" with a rule whose status is Enabled.`,
		Live:           `Run "aws s3api put-bucket-replication".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_144",
		Guard:   "S3_BUCKET_REPLICATION_ENABLED",
		Regula:  "FG_R00275",
		Prowler: "s3_bucket_cross_region_replication",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket", Do: replication},
}

func replication(p *checks.Pass, r *model.Resource) {
	status, enabled := r.At("replication_configuration.rule.status"), model.No
	for rule := range r.Each("replication_configuration.rule") {
		enabled = max(enabled, rule.At("status").Is("Enabled"))
	}
	p.Require(enabled, status, "no replication rule is enabled")
}
