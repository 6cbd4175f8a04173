package cloudfront

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NoOriginFailover = &checks.Check{
	Title:    "CloudFront distribution has no second origin to fall back on",
	Severity: checks.Low,
	Why:      "When the origin fails, so does the site.",
	Fix: checks.Fix{
		Terraform:      `Add an "origin_group" with two members, and make it a target.`,
		CloudFormation: `Add an "OriginGroups" with two members, and make it a target.`,
		Live:           "Create an origin group, and make it the target of the behaviors.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_310",
		Guard:   "CLOUDFRONT_ORIGIN_FAILOVER_ENABLED",
		Prowler: "cloudfront_distributions_multiple_origin_failover_configured",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudfront_distribution", Do: failsOver},
}

func failsOver(p *checks.Pass, r *model.Resource) {
	groups := r.At("origin_group")
	p.Forbid(groups.IsEmpty(), groups, "%s is %v", groups.Origin.Name, checks.Said(groups))
	for group := range r.Each("origin_group") {
		members := group.At("member")
		p.Forbid(lacksSecond(members), members, "the group has no second origin")
	}
}

// lacksSecond asks whether a list of members has fewer than two. A template may say how many there are, and not which.
func lacksSecond(members model.Value) model.Truth {
	list, counted := members.Data.([]model.Value)
	named := counted
	for _, member := range list {
		counted = counted && member.IsSet() == model.Yes
		named = named && member.State == model.Known
	}
	switch {
	case members.State == model.Absent || counted && len(list) < 2:
		return model.Yes
	case named:
		return model.No
	}
	return model.Maybe
}
