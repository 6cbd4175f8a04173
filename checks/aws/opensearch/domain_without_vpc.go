package opensearch

import "github.com/lintel-iac/lintel/checks"

var DomainWithoutVPC = &checks.Check{
	Title:    "OpenSearch domain is outside of any VPC",
	Severity: checks.Medium,
	Why:      "Its address is on the internet: only its access policy keeps strangers out.",
	Fix: checks.Fix{
		Terraform:      `Add a "vpc_options" block with private subnets.`,
		CloudFormation: `Set "VPCOptions" with private subnets.`,
		Live:           `Make a new domain in a VPC, and restore a snapshot into it: it cannot be moved.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_137",
		CfnNag:  "W90",
		Guard:   "ELASTICSEARCH_IN_VPC_ONLY OPENSEARCH_IN_VPC_ONLY",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_elasticsearch_domain aws_opensearch_domain", Path: "vpc_options"},
}
