package elb

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClassicTLSOutdated = &checks.Check{
	Title:    "Classic load balancer accepts SSL 3.0, TLS 1.0 or TLS 1.1",
	Severity: checks.Medium,
	Why:      "They are broken by known attacks, and no current client needs them.",
	Fix: checks.Fix{
		Terraform:      `Give the policy the attribute "Reference-Security-Policy" with the value "ELBSecurityPolicy-TLS-1-2-2017-01".`,
		CloudFormation: `Give the policy the attribute "Reference-Security-Policy" with the value "ELBSecurityPolicy-TLS-1-2-2017-01".`,
		Live:           `Run "aws elb create-load-balancer-policy" for such a policy, and set-load-balancer-policies-of-listener.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_213",
		KICS:    "126c1788-23c2-4a10-906c-ef179f4f96ec 61a94903-3cd3-4780-88ec-fc918819b9c8",
		Trivy:   "AVD-AWS-0047",
		Guard:   "ELB_PREDEFINED_SECURITY_POLICY_SSL_CHECK",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_load_balancer_policy", Do: outdatedPolicy},
}

func outdatedPolicy(p *checks.Pass, r *model.Resource) {
	inUse := used(r)
	for v := range checks.Within(r, "policy_attribute", "value") {
		name := v.Element.At("name")
		allows := min(name.Is("Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"), v.Satisfies(isOn))
		refers := min(name.Is("Reference-Security-Policy"), outdated(v.Value))
		p.Forbid(min(inUse, v.There, max(allows, refers)), v.Reported(), "%v is %v", name, v.Value)
	}
}

// isOn tells a switch that is on, or that was meant to be something by whoever
// named the protocol: to leave it out, or "false", is how to be rid of it.
func isOn(value string) bool { return !strings.EqualFold(value, "false") }

// used asks whether a listener has the policy. Of a load balancer outside of the
// scope, or one whose listeners are given no policy there, nobody knows, and the policy
// is judged as if one had.
func used(policy *model.Resource) model.Truth {
	if policy.Owner == nil || policy.Owner.At("listener_policy").IsEmpty() == model.Yes {
		return model.Yes
	}
	name, found := policy.At("policy_name"), model.No
	for names := range policy.Owner.Each("listener_policy.policy_names") {
		switch {
		case model.Same(names, name):
			return model.Yes
		case names.State == model.Unknown || name.State == model.Unknown:
			found = model.Maybe
		}
	}
	return found
}
