package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// spareLogTargets judges all buckets but those that others put their logs into: S3
// delivers none where KMS encrypts by default.
//
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
type spareLogTargets struct{ Rule checks.Rule }

func (c spareLogTargets) Types() string { return c.Rule.Types() }

func (c spareLogTargets) Judge(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_s3_bucket" && takesLogs(r) {
		p.Forbid(model.No, r.Body, "")
		return
	}
	c.Rule.Judge(p, r)
}

// takesLogs tells whether a bucket is where others put their logs, or lets S3 put
// some there by its access control list.
func takesLogs(r *model.Resource) bool {
	if r.At("acl.acl").Is("log-delivery-write") == model.Yes {
		return true
	}
	targets := targetsOf(r.Scope)
	name, named := r.At("bucket").Data.(string)
	return targets.addresses[r.Address] || named && targets.names[name]
}

// logTargets are the buckets of a scope that logs go to, by what is referred to and
// by the names that are written.
type logTargets struct{ addresses, names map[string]bool }

type logTargetsKey struct{}

func targetsOf(s *model.Scope) logTargets {
	return model.Once(s, logTargetsKey{}, func() logTargets {
		targets := logTargets{make(map[string]bool), make(map[string]bool)}
		targets.add(s, "aws_s3_bucket", "logging.target_bucket")
		targets.add(s, "aws_s3_bucket_logging", "target_bucket")
		return targets
	})
}

// add takes those that the resources of a type name at a path.
func (t logTargets) add(s *model.Scope, typ, path string) {
	for _, r := range s.OfType(typ) {
		for ref := range r.RefsAt(path) {
			t.addresses[ref.To] = true
		}
		if name, ok := r.At(path).Data.(string); ok {
			t.names[name] = true
		}
	}
}
