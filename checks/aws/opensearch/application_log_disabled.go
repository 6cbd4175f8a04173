package opensearch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ApplicationLogDisabled = &checks.Check{
	Title:    "OpenSearch domain publishes no error log",
	Severity: checks.Low,
	Why:      "Errors and warnings of the cluster, failed logins included, are seen by nobody.",
	Fix: checks.Fix{
		Terraform:      `Add a "log_publishing_options" block with the log type ES_APPLICATION_LOGS.`,
		CloudFormation: `Set the log type ES_APPLICATION_LOGS under "LogPublishingOptions".`,
		Live:           `Run "aws opensearch update-domain-config" with --log-publishing-options.`,
	},
	Aliases: checks.Aliases{
		Guard:   "ELASTICSEARCH_APPLICATION_LOGGING_ENABLED OPENSEARCH_APPLICATION_LOGGING_ENABLED",
		Prowler: "opensearch_service_domains_cloudwatch_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elasticsearch_domain aws_opensearch_domain", Do: applicationLogDisabled},
}

func applicationLogDisabled(p *checks.Pass, r *model.Resource) {
	p.Require(published(r, "ES_APPLICATION_LOGS"), r.At("log_publishing_options"), "ES_APPLICATION_LOGS are not published")
}
