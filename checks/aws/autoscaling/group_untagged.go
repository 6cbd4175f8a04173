package autoscaling

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var GroupUntagged = &checks.Check{
	Title:    "Auto Scaling group gives its instances no tags",
	Severity: checks.Low,
	Why:      "Nobody can tell whose the machines are, and what they cost whom.",
	Fix: checks.Fix{
		Terraform:      `Add "tag" blocks with "propagate_at_launch = true".`,
		CloudFormation: `Add "Tags" with "PropagateAtLaunch: true".`,
		Live:           `Run "aws autoscaling create-or-update-tags" with PropagateAtLaunch=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_153",
		KICS:    "ba48df05-eaa1-4d64-905e-4a4b051e7587",
	},
	References: []string{"https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_autoscaling_group", Do: untagged},
}

func untagged(p *checks.Pass, r *model.Resource) {
	tagged := model.No
	for _, path := range [...]string{"tag.propagate_at_launch", "tags.propagate_at_launch"} {
		for v := range r.All(path) {
			tagged = max(tagged, v.IsTrue())
		}
	}
	tags := r.At("tag")
	p.Require(tagged, tags, "no tag is propagated at launch")
}
