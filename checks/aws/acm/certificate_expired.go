package acm

import (
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var CertificateExpired = &checks.Check{
	Title:    "Certificate has expired",
	Severity: checks.Medium,
	Why:      "Clients refuse to connect, or are told to look away, which an attacker with a certificate of his own needs.",
	Fix: checks.Fix{
		Terraform:      `Have a new certificate issued and give it as "certificate_body", or let ACM issue one, which it renews by itself.`,
		CloudFormation: `Have a new certificate issued and give it as "CertificateBody", or let ACM issue one, which it renews by itself.`,
		Live:           `Run "aws acm import-certificate", or "aws iam upload-server-certificate", with a new one.`,
	},
	Aliases: checks.Aliases{
		KICS:    "c3831315-5ae6-4fa8-b458-3d4d5ab7a3f6",
		Prowler: "iam_no_expired_server_certificates_stored",
	},
	References: []string{
		"https://docs.aws.amazon.com/acm/latest/userguide/import-certificate.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: certificates, Do: expired},
}

func expired(p *checks.Pass, r *model.Resource) {
	if certificate, body := written(p, r); certificate != nil {
		end := certificate.NotAfter
		p.Forbid(model.Is(end.Before(p.Scope.Settings.Day())), body, "%s has expired on %s", body.Origin.Name, end.UTC().Format(time.DateOnly))
	}
}
