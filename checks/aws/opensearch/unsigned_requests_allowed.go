package opensearch

import "github.com/lintel-iac/lintel/checks"

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
	Rule: checks.Every{
		checks.ForbidPolicyByAddress{
			Type: "aws_opensearch_domain", Companion: "aws_opensearch_domain_policy", Path: "policy.access_policies",
		},
		checks.ForbidPolicyByAddress{
			Type: "aws_elasticsearch_domain", Companion: "aws_elasticsearch_domain_policy", Path: "policy.access_policies",
		},
	},
}
