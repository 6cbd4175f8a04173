package acm

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var CertificateWildcard = &checks.Check{
	Title:    "Certificate is for every name of a domain",
	Severity: checks.Low,
	Why:      "Whoever obtains its key can pose as any of them.",
	Fix: checks.Fix{
		Terraform:      `Name each host in "domain_name" and "subject_alternative_names".`,
		CloudFormation: `Name each host in "DomainName" and "SubjectAlternativeNames".`,
		Live:           "Request a certificate for each name.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_71",
		KICS:    "cc8b294f-006f-4f8f-b5bb-0a9140c33131",
	},
	References: []string{"https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_acm_certificate", Do: wildcard},
}

func wildcard(p *checks.Pass, r *model.Resource) {
	name := r.At("domain_name")
	p.Forbid(name.HasPrefix("*"), name, "%s is %v", name.Origin.Name, checks.Said(name))
	for name := range r.Each("subject_alternative_names") {
		p.Forbid(name.HasPrefix("*"), name, "%s is %v", name.Origin.Name, checks.Said(name))
	}
}
