package opensearch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var VersionUnsupported = &checks.Check{
	Title:    "Search domain runs a version without standard support",
	Severity: checks.Medium,
	Why:      "Only critical weaknesses are still mended, at extra cost, and in the end the domain is cut off.",
	Fix: checks.Fix{
		Terraform:      `Set "engine_version", or "elasticsearch_version", to a version in standard support.`,
		CloudFormation: `Set "EngineVersion", or "ElasticsearchVersion", to a version in standard support.`,
		Live:           `Run "aws opensearch upgrade-domain" with --target-version.`,
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html#choosing-version"},
	Since:      "0.1",
	Rule: checks.Every{
		lifecycle.Require{Type: "aws_opensearch_domain", Path: "engine_version", Product: "opensearch"},
		lifecycle.Require{Type: "aws_elasticsearch_domain", Path: "elasticsearch_version", Product: "elasticsearch"},
	},
}
