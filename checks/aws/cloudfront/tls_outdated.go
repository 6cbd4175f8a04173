package cloudfront

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var TLSOutdated = &checks.Check{
	Title:    "CloudFront distribution accepts TLS 1.0 or 1.1",
	Severity: checks.Medium,
	Why:      "Both are broken by known attacks, and no current client needs them.",
	Fix: checks.Fix{
		Terraform:      `Use a certificate of your own, with ssl_support_method = "sni-only" and minimum_protocol_version = "TLSv1.2_2021".`,
		CloudFormation: `Use a certificate of your own, with "SslSupportMethod: sni-only" and "MinimumProtocolVersion: TLSv1.2_2021".`,
		Live:           `Run "aws cloudfront update-distribution" with MinimumProtocolVersion TLSv1.2_2021 and a certificate of your own.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_174",
		KICS: "00e5e55e-c2ff-46b3-a757-a7a1cd802456 dc17ee4b-ddf2-4e23-96e8-7a36abad1303 " +
			"be96849c-3df6-49c2-bc16-778a7be2519c 5c0003fb-9aa0-42c1-9da3-eb0e332bef21",
		Trivy:  "AVD-AWS-0013",
		CfnNag: "W70",
		Guard:  "CLOUDFRONT_MINIMUM_PROTOCOL_VERSION_RULE",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
		"https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_cloudfront_distribution aws_cloudfront_multitenant_distribution", Do: outdatedTLS},
}

// outdatedTLS knows that the minimum counts for certificates of one's own alone: the
// default certificate comes with the oldest.
func outdatedTLS(p *checks.Pass, r *model.Resource) {
	standard := r.At("viewer_certificate.cloudfront_default_certificate")
	p.Forbid(standard.IsTrue(), standard, "the default certificate comes with TLS 1.0")
	version := r.At("viewer_certificate.minimum_protocol_version")
	current := max(version.HasPrefix("TLSv1.2"), version.HasPrefix("TLSv1.3"))
	fault := min(model.Not(standard.IsTrue()), model.Not(current))
	p.Forbid(fault, version, "%s is %v", version.Origin.Name, checks.Said(version))
}
