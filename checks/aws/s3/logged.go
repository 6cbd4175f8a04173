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
