package opensearch

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DefaultSecurityGroup = &checks.Check{
	Title:    "OpenSearch domain has the default security group of its VPC",
	Severity: checks.Low,
	Why:      "Everything in the VPC that nobody gave a group of its own may reach it.",
	Fix: checks.Fix{
		Terraform:      `Set "security_group_ids" in "vpc_options" to a group of its own.`,
		CloudFormation: `Set "SecurityGroupIds" under "VPCOptions" to a group of its own.`,
		Live:           `Run "aws opensearch update-domain-config" with SecurityGroupIds.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_248"},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elasticsearch_domain aws_opensearch_domain", Do: defaultSecurityGroup},
}

func defaultSecurityGroup(p *checks.Pass, r *model.Resource) {
	groups := r.At("vpc_options.security_group_ids")
	inside := model.Not(r.At("vpc_options").IsEmpty())
	p.Forbid(min(inside, groups.IsEmpty()), groups, "%s is %v", groups.Origin.Name, checks.Said(groups))
	for ref := range r.RefsAt("vpc_options.security_group_ids") {
		if group := r.Scope.Resource(ref.To); group != nil && isDefault(group, ref.Attr) {
			p.Forbid(inside, groups, "%s is the default security group", groups.Origin.Name)
		}
	}
}

// isDefault tells whether an attribute is the id of a default security group: of that
// itself, or of a VPC that names it.
func isDefault(r *model.Resource, attr string) bool {
	return r.Type == "aws_default_security_group" || strings.HasPrefix(attr, "default_security_group_id")
}
