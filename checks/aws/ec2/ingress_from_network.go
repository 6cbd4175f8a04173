package ec2

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var IngressFromNetwork = &checks.Check{
	Title:    "Security group lets a network in, not a single address",
	Severity: checks.Low,
	Why:      "Every machine in the range can connect, also those that come later.",
	Fix: checks.Fix{
		Terraform:      "Refer to the security group of the callers, or name single addresses with /32 or /128.",
		CloudFormation: "Refer to the security group of the callers, or name single addresses with /32 or /128.",
		Live:           "Add rules for the addresses or groups that need it, then revoke this one.",
	},
	Aliases: checks.Aliases{
		CfnNag: "W9",
		Guard:  "SECURITY_GROUP_INGRESS_CIDR_NON_32_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       forbidRule{Type: groupRules, Is: fromNetwork, Says: "ingress is open to %v"},
}

func isNetwork(source string) bool {
	return strings.Contains(source, "/") && !strings.HasSuffix(source, "/32") && !strings.HasSuffix(source, "/128")
}

// fromNetwork asks whether the source of a rule is a range of addresses.
func fromNetwork(r *view.Rule) model.Truth { return r.FromRange(isNetwork) }
