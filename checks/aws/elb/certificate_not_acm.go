package elb

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var CertificateNotACM = &checks.Check{
	Title:    "Certificate of a load balancer is not from Certificate Manager",
	Severity: checks.Low,
	Why:      "A certificate that was uploaded has to be renewed by hand, and one day somebody forgets.",
	Fix: checks.Fix{
		Terraform:      `Make an "aws_acm_certificate", and name its ARN.`,
		CloudFormation: `Make an "AWS::CertificateManager::Certificate", and name its ARN.`,
		Live:           "Request a certificate in Certificate Manager, and put it in place of the other.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_127",
		Guard:   "ELB_ACM_CERTIFICATE_REQUIRED ELBV2_ACM_CERTIFICATE_REQUIRED",
		Prowler: "elb_ssl_listeners_use_acm_certificate",
	},
	References: []string{"https://docs.aws.amazon.com/acm/latest/userguide/acm-overview.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elb aws_lb_listener", Do: foreignCertificate},
}

func foreignCertificate(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_lb_listener" {
		forbidForeign(p, r, "certificate_arn", r.At("certificate_arn"), r.At("protocol"))
		return
	}
	for v := range checks.Within(r, "listener", "ssl_certificate_id") {
		forbidForeign(p, r, "listener.ssl_certificate_id", v.Reported(), v.Element.At("lb_protocol"))
	}
}

// forbidForeign wants a certificate to be from Certificate Manager, and the listener to have one if its protocol needs it.
func forbidForeign(p *checks.Pass, r *model.Resource, path string, certificate, protocol model.Value) {
	missing := min(certificate.IsEmpty(), protocol.IsFold("HTTPS", "TLS", "SSL"))
	foreign := min(model.Not(certificate.IsEmpty()), model.Not(issued(r, path, certificate)))
	p.Forbid(max(missing, foreign), certificate, "%s is %v", certificate.Origin.Name, checks.Said(certificate))
}

// issued asks whether a certificate is from Certificate Manager: by its ARN, or by
// what it refers to if that is not known yet.
func issued(r *model.Resource, path string, arn model.Value) model.Truth {
	found := arn.Satisfies(func(s string) bool { return strings.Contains(s, ":acm:") })
	if found != model.Maybe {
		return found
	}
	var issued, uploaded, others bool
	for ref := range r.RefsAt(path) {
		target := r.Scope.Resource(ref.To)
		switch {
		case target != nil && strings.HasPrefix(target.Type, "aws_acm_certificate"):
			issued = true
		case target != nil && target.Type == "aws_iam_server_certificate":
			uploaded = true
		default:
			others = true
		}
	}
	switch {
	case issued && !uploaded && !others:
		return model.Yes
	case uploaded && !issued && !others:
		return model.No
	}
	return found
}
