package opensearch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DomainPolicyPublic = &checks.Check{
	Title:    "OpenSearch domain is open to everyone by its policy",
	Severity: checks.Critical,
	Why: "Anyone can do with the indexes what the policy allows, without signing in. Such domains are found by " +
		"machines within hours.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, bind the statement by a condition on "aws:SourceIp", or put the domain into a VPC by "vpc_options".`,
		CloudFormation: `Name those who need access as principals, bind the statement by a condition on "aws:SourceIp", or put the domain into a VPC by "VPCOptions".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		KICS:    "16c4216a-50d3-4785-bfb2-4adb5144a8ba 5c666ed9-b586-49ab-9873-c495a833b705",
		Prowler: "opensearch_service_domains_not_publicly_accessible",
	},
	References: []string{
		"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html",
		"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html",
	},
	Since: "0.1",
	Rule: checks.Func{
		On: "aws_opensearch_domain aws_opensearch_domain_policy aws_elasticsearch_domain aws_elasticsearch_domain_policy",
		Do: publicPolicy,
	},
}

// publicPolicy lets pass the policy of a domain in a VPC, which nobody reaches
// from outside.
func publicPolicy(p *checks.Pass, r *model.Resource) {
	path := "policy.access_policies"
	if r.Type == "aws_opensearch_domain_policy" || r.Type == "aws_elasticsearch_domain_policy" {
		path = "access_policies"
	}
	for policy := range r.All(path) {
		checks.PublicPolicy(p, policy, r.At("vpc_options").IsEmpty())
	}
}
