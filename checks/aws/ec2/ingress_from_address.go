package ec2

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var IngressFromAddress = &checks.Check{
	Title:    "Security group lets one address in",
	Severity: checks.Low,
	Why:      "Single addresses are those of somebody's desk or machine: they change hands, and the rules for them are left behind.",
	Fix: checks.Fix{
		Terraform:      `Refer to the security group of what calls, or to a prefix list that is kept in one place.`,
		CloudFormation: `Refer to it by "SourceSecurityGroupId", or by "SourcePrefixListId" to a list that is kept in one place.`,
		Live:           `Authorize the group or the prefix list, then revoke the rule.`,
	},
	Aliases:    checks.Aliases{KICS: "a3e4e39a-e5fc-4ee9-8cf5-700febfa86dd"},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       forbidRule{Type: groupRules, Is: fromAddress, Says: "ingress is open to the one address %v"},
}

// fromAddress asks whether the source of a rule is one address.
func fromAddress(r *view.Rule) model.Truth {
	return r.FromRange(func(source string) bool {
		return strings.HasSuffix(source, "/32") && !strings.Contains(source, ":") || strings.HasSuffix(source, "/128")
	})
}
