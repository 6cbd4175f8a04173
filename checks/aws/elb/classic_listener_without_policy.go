package elb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClassicListenerWithoutPolicy = &checks.Check{
	Title:    "HTTPS listener of a classic load balancer has no TLS policy",
	Severity: checks.Medium,
	Why:      "It then has ELBSecurityPolicy-2016-08, which accepts TLS 1.0 and 1.1.",
	Fix: checks.Fix{
		Terraform: `Add an "aws_load_balancer_policy" of the type SSLNegotiationPolicyType that refers to ` +
			`ELBSecurityPolicy-TLS-1-2-2017-01, and name it in an "aws_load_balancer_listener_policy" for the port.`,
		CloudFormation: `Add a policy of the type SSLNegotiationPolicyType to "Policies" that refers to ` +
			`ELBSecurityPolicy-TLS-1-2-2017-01, and name it in "PolicyNames" of the listener.`,
		Live: `Run "aws elb set-load-balancer-policies-of-listener" with such a policy.`,
	},
	Aliases:    checks.Aliases{Guard: "ELB_PREDEFINED_SECURITY_POLICY_SSL_CHECK"},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elb", Do: listenerWithoutPolicy},
}

func listenerWithoutPolicy(p *checks.Pass, r *model.Resource) {
	for protocol := range checks.Within(r, "listener", "lb_protocol") {
		secure := min(protocol.There, protocol.IsFold("https", "ssl"))
		has := hasPolicy(r, protocol.Element.At("lb_port"))
		p.Forbid(min(secure, model.Not(has)), protocol.Reported(), "the %v listener has no policy", protocol.Reported())
	}
}

// hasPolicy asks whether the listener of a port has any policy.
func hasPolicy(r *model.Resource, port model.Value) model.Truth {
	has := model.No
	for policy := range r.Each("listener_policy") {
		same := model.Is(model.Same(policy.At("load_balancer_port"), port))
		if port.State == model.Unknown || policy.At("load_balancer_port").State == model.Unknown {
			same = max(same, model.Maybe)
		}
		has = max(has, min(same, policy.IsSet(), model.Not(policy.At("policy_names").IsEmpty())))
	}
	return has
}
