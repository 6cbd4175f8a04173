package opensearch

import "github.com/lintel-iac/lintel/checks"

var DomainPolicyByAddress = &checks.Check{
	Title:    "OpenSearch domain asks its callers for an address only",
	Severity: checks.Medium,
	Why:      "Whoever is behind that address, guests of the same network included, is let in without credentials, and the logs name nobody.",
	Fix: checks.Fix{
		Terraform:      `Name the accounts or roles as "Principal", and keep the condition; or put the domain into a VPC by "vpc_options".`,
		CloudFormation: `Name the accounts or roles as "Principal", and keep the condition; or put the domain into a VPC by "VPCOptions".`,
		Live:           `Run "aws opensearch update-domain-config" with a policy that names the accounts or roles.`,
	},
	Aliases:    checks.Aliases{KICS: "16c4216a-50d3-4785-bfb2-4adb5144a8ba"},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html#ac-types-ip"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.ForbidPolicyByAddress{Type: "aws_opensearch_domain", Companion: "aws_opensearch_domain_policy", Path: "policy.access_policies"},
		checks.ForbidPolicyByAddress{Type: "aws_elasticsearch_domain", Companion: "aws_elasticsearch_domain_policy", Path: "policy.access_policies"},
	},
}
