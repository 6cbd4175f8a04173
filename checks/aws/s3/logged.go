package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// logged wants a bucket to log who accesses it: one that receives a trail, or any
// other. A bucket that the logs of others go to need not: its log would be a log of
// the logs being written.
//
// https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-9
type logged struct{ Trail bool }

func (logged) Types() string { return "aws_s3_bucket" }

func (c logged) Judge(p *checks.Pass, r *model.Resource) {
	trail := trailOf(r)
	switch {
	case c.Trail != (trail != nil):
		return
	case !c.Trail && takesLogs(r):
		p.Forbid(model.No, r.Body, "")
		return
	}
	checks.RequireSet{Type: r.Type, Path: "logging.target_bucket"}.Judge(p, r)
	if trail != nil {
		p.Beside(trail)
	}
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
