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
	path := "certificate_arn"
	if r.Type == "aws_elb" {
		path = "listener.ssl_certificate_id"
	}
	for v := range r.All(path) {
		p.Forbid(min(v.IsSet(), model.Not(issued(r, path, v))), v, "%s is %v", v.Origin.Name, checks.Said(v))
	}
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
