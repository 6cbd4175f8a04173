package elb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ListenerTLSOutdated = &checks.Check{
	Title:    "Load balancer accepts TLS 1.0 or 1.1",
	Severity: checks.Medium,
	Why:      "Both are broken by known attacks, and no current client needs them.",
	Fix: checks.Fix{
		Terraform:      `Set ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", or another policy that starts at TLS 1.2.`,
		CloudFormation: `Set "SslPolicy: ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", or another policy that starts at TLS 1.2.`,
		Live:           `Run "aws elbv2 modify-listener" with --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_103 CKV2_AWS_74",
		Trivy:   "AVD-AWS-0047",
		CfnNag:  "W55",
		Guard:   "ELBV2_LISTENER_SSL_POLICY_RULE",
		Prowler: "elbv2_insecure_ssl_ciphers",
	},
	References: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_lb_listener", Do: outdatedListener},
}

// outdatedListener takes a listener that names a policy for one with TLS, also where
// its protocol is left out: no other has one.
func outdatedListener(p *checks.Pass, r *model.Resource) {
	policy, protocol := r.At("ssl_policy"), r.At("protocol")
	encrypted := max(protocol.IsFold("HTTPS", "TLS"), min(model.Not(protocol.IsSet()), policy.IsSet()))
	fault := min(encrypted, outdated(policy))
	p.Forbid(fault, policy, "%s is %v", policy.Origin.Name, checks.Said(policy))
}

// outdated tells whether a policy of the platform lets a client use less than TLS
// 1.2. Their names say so, but for those that have a date only: all these do.
func outdated(policy model.Value) model.Truth {
	found := model.No
	for _, prefix := range [...]string{
		"ELBSecurityPolicy-20", "ELBSecurityPolicy-FS-2018", "ELBSecurityPolicy-FS-1-1", "ELBSecurityPolicy-TLS-1-0",
		"ELBSecurityPolicy-TLS-1-1", "ELBSecurityPolicy-TLS13-1-0", "ELBSecurityPolicy-TLS13-1-1",
	} {
		found = max(found, policy.HasPrefix(prefix))
	}
	return found
}
