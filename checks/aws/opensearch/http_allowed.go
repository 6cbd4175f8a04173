package opensearch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var HTTPAllowed = &checks.Check{
	Title:    "OpenSearch domain answers plain HTTP",
	Severity: checks.High,
	Why:      "Whoever sits on the way reads and changes queries and results, credentials included.",
	Fix: checks.Fix{
		Terraform:      `Set "enforce_https = true" in the block "domain_endpoint_options".`,
		CloudFormation: `Set "DomainEndpointOptions: {EnforceHTTPS: true}".`,
		Live:           `Run "aws opensearch update-domain-config" with --domain-endpoint-options EnforceHTTPS=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_83",
		KICS:    "2e9e0729-66d5-4148-9d39-5e6fb4bf2a4e 4cdc88e6-c0c8-4081-a639-bb3a557cbedf",
		Trivy:   "AVD-AWS-0046",
		Guard:   "ELASTICSEARCH_HTTPS_REQUIRED OPENSEARCH_HTTPS_REQUIRED",
		Prowler: "opensearch_service_domains_https_communications_enforced",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elasticsearch_domain aws_opensearch_domain", Do: httpAllowed},
}

// httpAllowed knows that Terraform's provider enforces HTTPS where there is a block that says nothing of it (its page on
// opensearch_domain). Without a block the platform decides, as in templates, and does not.
func httpAllowed(p *checks.Pass, r *model.Resource) {
	enforced := r.At("domain_endpoint_options.enforce_https")
	good := enforced.IsTrue()
	if enforced.Defaulted && p.Scope.Format != model.CloudFormation && p.Scope.Format != model.Live {
		good = r.At("domain_endpoint_options").IsSet()
	}
	p.Require(good, enforced, "%s is %v", enforced.Origin.Name, checks.Said(enforced))
}
