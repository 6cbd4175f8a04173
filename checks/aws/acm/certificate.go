package acm

import (
	"crypto/x509"
	"encoding/pem"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// certificates are the types that may be given a certificate in PEM.
const certificates = "aws_acm_certificate aws_api_gateway_domain_name aws_iam_server_certificate"

// written is the certificate that a resource is given, and where; nil where there is none
// that can be read. Of one that is not known the verdict is that it may be faulty.
func written(p *checks.Pass, r *model.Resource) (*x509.Certificate, model.Value) {
	body := r.At("certificate_body")
	if body.State == model.Unknown {
		p.Forbid(model.Maybe, body, "%s is %v", body.Origin.Name, checks.Said(body))
		return nil, body
	}
	text, _ := body.Data.(string)
	if text == "" {
		return nil, body
	}
	p.Judged()
	block, _ := pem.Decode([]byte(strings.TrimSpace(text)))
	if block == nil {
		return nil, body
	}
	certificate, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return nil, body
	}
	return certificate, body
}
