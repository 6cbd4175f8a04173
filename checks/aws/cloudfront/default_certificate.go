package cloudfront

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DefaultCertificate = &checks.Check{
	Title:    "CloudFront distribution uses the certificate of cloudfront.net",
	Severity: checks.Low,
	Why:      "With it the distribution has no name of its own, and no say over TLS versions: TLS 1.0 is accepted.",
	Fix: checks.Fix{
		Terraform:      `Name a certificate as "acm_certificate_arn" in the block "viewer_certificate".`,
		CloudFormation: `Name a certificate as "AcmCertificateArn" in "ViewerCertificate".`,
		Live:           "Request a certificate in us-east-1, and name it in the settings of the distribution.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_42",
		KICS:    "b4d9c12b-bfba-4aeb-9cb8-2358546d8041 3a1e94df-6847-4c0e-a3b6-6c6af4e128ef",
		Guard:   "CLOUDFRONT_CUSTOM_SSL_CERTIFICATE CLOUDFRONT_SNI_ENABLED",
		Prowler: "cloudfront_distributions_custom_ssl_certificate",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudfront_distribution", Do: defaultCertificate},
}

func defaultCertificate(p *checks.Pass, r *model.Resource) {
	own := max(
		model.Not(r.At("viewer_certificate.acm_certificate_arn").IsEmpty()),
		model.Not(r.At("viewer_certificate.iam_certificate_id").IsEmpty()),
		min(model.Maybe, r.At("viewer_certificate.ssl_support_method").IsSet()), // it goes with one that is missing
	)
	p.Require(own, r.At("viewer_certificate.cloudfront_default_certificate"), "no certificate is named")
}
