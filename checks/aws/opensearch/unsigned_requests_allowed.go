package opensearch

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var UnsignedRequestsAllowed = &checks.Check{
	Title:    "OpenSearch domain takes requests without a signature",
	Severity: checks.Medium,
	Why: "An address is all that it asks for. Whoever has one of these, or gets a client behind them to send a " +
		"request, is let in.",
	Fix: checks.Fix{
		Terraform:      `Name roles or users as principals, in place of "*" with a condition on addresses.`,
		CloudFormation: `Name roles or users as principals, in place of "*" with a condition on addresses.`,
		Live:           `Replace the access policy by one that names roles or users.`,
	},
	Aliases:    checks.Aliases{KICS: "e7530c3c-b7cf-4149-8db9-d037a0b5268e"},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html"},
	Since:      "0.1",
	Rule: checks.Func{
		On: "aws_opensearch_domain aws_opensearch_domain_policy aws_elasticsearch_domain aws_elasticsearch_domain_policy",
		Do: unsignedRequests,
	},
}

func unsignedRequests(p *checks.Pass, r *model.Resource) {
	path := "policy.access_policies"
	if strings.HasSuffix(r.Type, "_policy") {
		path = "access_policies"
	}
	for policy := range r.All(path) {
		checks.PolicyByAddress(p, policy)
	}
}
