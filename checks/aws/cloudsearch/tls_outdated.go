package cloudsearch

import "github.com/lintel-iac/lintel/checks"

var TLSOutdated = &checks.Check{
	Title:    "CloudSearch domain accepts TLS 1.0 or 1.1",
	Severity: checks.Medium,
	Why:      "Both are broken by known attacks, and no current client needs them.",
	Fix: checks.Fix{
		Terraform: `Set tls_security_policy = "Policy-Min-TLS-1-2-2019-07" in an "endpoint_options" block.`,
		Live:      `Run "aws cloudsearch update-domain-endpoint-options" with TLSSecurityPolicy=Policy-Min-TLS-1-2-2019-07.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_218"},
	References: []string{"https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_cloudsearch_domain", Path: "endpoint_options.tls_security_policy", Of: []string{"Policy-Min-TLS-1-2-2019-07"}},
}
