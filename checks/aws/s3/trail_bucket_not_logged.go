package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
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
		Checkov: "CKV_AWS_18",
		KICS: "ee9e50e8-b2ed-4176-ad42-8fc0cf7593f4 c3ce69fd-e3df-49c6-be78-1db3f802261c f861041c-8c9f-4156-acfc-5e6e524f5884 " +
			"4552b71f-0a2a-4bc4-92dd-ed7ec1b4674c",
		Trivy:   "AVD-AWS-0163 AVD-AWS-0089",
		CfnNag:  "W35",
		Guard:   "S3_BUCKET_LOGGING_ENABLED",
		Regula:  "FG_R00031 FG_R00274",
		Prowler: "cloudtrail_logs_s3_bucket_access_logging_enabled s3_bucket_server_access_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html"},
	Since:      "0.1",
	Rule:       logged{Trail: true},
}

// logged wants a bucket to log who accesses it: one that receives a trail, or any
// other.
type logged struct{ Trail bool }

func (logged) Types() string { return "aws_s3_bucket" }

func (c logged) Judge(p *checks.Pass, r *model.Resource) {
	trail := trailOf(r)
	if c.Trail != (trail != nil) {
		return
	}
	if trail == nil && isLogTarget(r) {
		p.Judged()
		return
	}
	checks.RequireSet{Type: r.Type, Path: "logging.target_bucket"}.Judge(p, r)
	if trail != nil {
		p.Beside(trail)
	}
}

// isLogTarget tells the bucket to which others of the scope deliver their logs, which
// should not log who delivers them.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
func isLogTarget(r *model.Resource) bool {
	for _, by := range view.Referrers(r) {
		for _, path := range [...]string{"target_bucket", "logging.target_bucket"} {
			for ref := range by.RefsAt(path) {
				if ref.To == r.Address {
					return true
				}
			}
		}
	}
	name, _ := r.At("bucket").Data.(string)
	return name != "" && logTargets(r.Scope)[name]
}

// logTargetsKey is the key under which a scope keeps the names of such buckets.
type logTargetsKey struct{}

func logTargets(scope *model.Scope) map[string]bool {
	return model.Once(scope, logTargetsKey{}, func() map[string]bool {
		names := make(map[string]bool)
		for _, r := range scope.OfType("aws_s3_bucket") {
			for target := range r.Each("logging.target_bucket") {
				if name, ok := target.Data.(string); ok {
					names[name] = true
				}
			}
		}
		return names
	})
}
