package acm

import (
	"crypto/rsa"
	"crypto/x509"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var CertificateKeyShort = &checks.Check{
	Title:    "Certificate has a short RSA key",
	Severity: checks.Medium,
	Why:      "Whoever pays for the machines can break a key of 1024 bits, and then answer in the name of the server.",
	Fix: checks.Fix{
		Terraform:      "Make a certificate with an RSA key of 2048 bits or more, or an elliptic one.",
		CloudFormation: "Make a certificate with an RSA key of 2048 bits or more, or an elliptic one.",
		Live:           "Import a certificate with an RSA key of 2048 bits or more, or an elliptic one.",
	},
	Aliases: checks.Aliases{
		KICS:    "874d68a3-bfbe-4a4b-aaa0-9e74d7da634b",
		Prowler: "acm_certificates_with_secure_key_algorithms",
	},
	References: []string{"https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: certificates, Do: shortKey},
}

func shortKey(p *checks.Pass, r *model.Resource) {
	if certificate, body := written(p, r); certificate != nil {
		bits := rsaBits(certificate)
		p.Forbid(model.Is(bits > 0 && bits < 2048), body, "%s has an RSA key of %d bits", body.Origin.Name, bits)
	}
}

// rsaBits is the length of the RSA key of a certificate, or 0 where it has another.
func rsaBits(certificate *x509.Certificate) int {
	key, ok := certificate.PublicKey.(*rsa.PublicKey)
	if !ok {
		return 0
	}
	return key.N.BitLen()
}
