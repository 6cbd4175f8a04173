package opensearch

import "github.com/lintel-iac/lintel/checks"

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
	Rule:       publishes{Of: []string{"ES_APPLICATION_LOGS"}, What: "ES_APPLICATION_LOGS are not"},
}
