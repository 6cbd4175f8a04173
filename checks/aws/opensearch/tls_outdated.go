package opensearch

import "github.com/lintel-iac/lintel/checks"

var TLSOutdated = &checks.Check{
	Title:    "OpenSearch domain accepts TLS 1.0 or 1.1",
	Severity: checks.Medium,
	Why:      "Both are broken by known attacks, and no current client needs them.",
	Fix: checks.Fix{
		Terraform:      `Set tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10" in the block "domain_endpoint_options".`,
		CloudFormation: `Set "DomainEndpointOptions: {TLSSecurityPolicy: Policy-Min-TLS-1-2-PFS-2023-10}".`,
		Live:           `Run "aws opensearch update-domain-config" with --domain-endpoint-options TLSSecurityPolicy=Policy-Min-TLS-1-2-PFS-2023-10.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_228",
		Trivy:   "AVD-AWS-0126",
		Guard:   "ELASTICSEARCH_HTTPS_REQUIRED OPENSEARCH_HTTPS_REQUIRED",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_elasticsearch_domain aws_opensearch_domain",
		Path: "domain_endpoint_options.tls_security_policy",
		Of:   []string{"Policy-Min-TLS-1-0-2019-07"},
	},
}
