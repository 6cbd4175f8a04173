package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var TrailRemoved = &checks.Check{
	Title:    "The change removes a trail of CloudTrail, or stops it",
	Severity: checks.High,
	Why:      "From then on nobody can tell who did what in the account. It is among the first things that an intruder does.",
	Fix: checks.Fix{
		Terraform:      "Keep the trail. Where another one takes its place in other code, accept the finding with that reason.",
		CloudFormation: "Keep the trail. Where another one takes its place in another stack, accept the finding with that reason.",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html"},
	Loss:       true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudtrail", Do: trailRemoved},
}

var trailFlags = []flag{{"aws_cloudtrail", "enable_logging", ""}, {"aws_cloudtrail", "is_multi_region_trail", ""}}

func trailRemoved(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	if r.Scope.After.Become(r) != nil {
		switchedOff(p, r, trailFlags)
		return
	}
	logs := model.No
	for _, other := range added(r) {
		logs = max(logs, min(certain(other, nil), other.At("enable_logging").IsTrue()))
	}
	removed(p, r, logs)
}
