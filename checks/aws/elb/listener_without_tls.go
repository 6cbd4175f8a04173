// Package elb holds the checks of Elastic Load Balancing: of application, network and classic load
// balancers.
package elb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ListenerWithoutTLS = &checks.Check{
	Title:    "Load balancer serves plain HTTP",
	Severity: checks.High,
	Why:      "Whoever sits on the way reads and changes what is sent, passwords and sessions included.",
	Fix: checks.Fix{
		Terraform:      `Set protocol = "HTTPS" with a certificate, or let the default action redirect to HTTPS.`,
		CloudFormation: `Set "Protocol: HTTPS" with a certificate, or let the default action redirect to HTTPS.`,
		Live:           `Run "aws elbv2 modify-listener" with a default action that redirects to HTTPS.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_2 CKV2_AWS_20 CKV_AWS_103",
		KICS:    "de7f5e83-da88-4046-871f-ea18504b1d43 275a3217-ca37-40c1-a6cf-bb57d245ab32",
		Trivy:   "AVD-AWS-0054",
		CfnNag:  "W56",
		Guard:   "ELBV2_LISTENER_PROTOCOL_RULE",
		Prowler: "elbv2_ssl_listeners",
	},
	References: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_lb_listener", Do: plainHTTP},
}

// plainHTTP lets pass what sends everyone on to HTTPS. Other protocols than HTTP
// may carry TLS of their own.
func plainHTTP(p *checks.Pass, r *model.Resource) {
	protocol := r.At("protocol")
	redirects := model.No
	for action := range r.Each("default_action") {
		redirects = max(redirects, min(action.At("type").Is("redirect"), action.At("redirect.protocol").IsFold("HTTPS")))
	}
	fault := min(protocol.IsFold("HTTP"), model.Not(redirects), model.Not(ofGateway(r)))
	p.Forbid(fault, protocol, "%s is %v", protocol.Origin.Name, checks.Said(protocol))
}

// ofGateway tells whether a listener is that of a Gateway Load Balancer, which has
// neither port nor protocol.
func ofGateway(r *model.Resource) model.Truth {
	switch {
	case r.At("protocol").IsSet() != model.No || r.At("port").IsSet() != model.No:
		return model.No
	case r.Owner != nil:
		return r.Owner.At("load_balancer_type").Is("gateway")
	}
	return model.Maybe
}
