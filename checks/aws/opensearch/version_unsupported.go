package opensearch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
	"github.com/lintel-iac/lintel/model"
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
	Rule:       checks.Func{On: "aws_opensearch_domain aws_elasticsearch_domain", Do: unsupportedVersion},
}

// unsupportedVersion knows both spellings: OpenSearch_2.3, and the bare 7.1 of what
// was called Elasticsearch Service.
func unsupportedVersion(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_elasticsearch_domain" {
		lifecycle.Forbid(p, r.At("elasticsearch_version"), lifecycle.Product{Name: "elasticsearch", Is: model.Yes})
		return
	}
	lifecycle.Forbid(p, r.At("engine_version"), lifecycle.Product{Name: "opensearch", Is: model.Yes})
}
