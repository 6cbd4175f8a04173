package ec2

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NetworkACLDenyPartial = &checks.Check{
	Title:    "Network ACL refuses some addresses only",
	Severity: checks.Low,
	Why:      "The same traffic comes in from all other addresses, unless another rule refuses it.",
	Fix: checks.Fix{
		Terraform:      `Refuse "0.0.0.0/0", or allow what is needed and leave the rest to the default.`,
		CloudFormation: `Refuse "0.0.0.0/0", or allow what is needed and leave the rest to the default.`,
		Live:           `Run "aws ec2 replace-network-acl-entry".`,
	},
	Aliases: checks.Aliases{
		KICS:   "2623d682-dccb-44cd-99d0-54d9fd62f8f2",
		CfnNag: "W71",
		Guard:  "EC2_NETWORK_ACL_ENTRY_INEFFECTIVE_DENY_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_network_acl_rule", Do: deniesSome},
}

func deniesSome(p *checks.Pass, r *model.Resource) {
	denies := r.At("rule_action").IsFold("deny")
	for _, path := range [...]string{"cidr_block", "ipv6_cidr_block"} {
		source := r.At(path)
		partial := min(model.Not(source.IsEmpty()), model.Not(source.Satisfies(isWhole)))
		p.Forbid(min(denies, partial), source, "%s is %v", source.Origin.Name, checks.Said(source))
	}
}

// isWhole tells the range of all addresses of a family.
func isWhole(source string) bool { return strings.HasSuffix(source, "/0") }
