package opensearch

import "github.com/lintel-iac/lintel/checks"

var LogsDisabled = &checks.Check{
	Title:    "OpenSearch domain publishes no logs",
	Severity: checks.Low,
	Why:      "After a fault or an intrusion nothing tells what happened.",
	Fix: checks.Fix{
		Terraform:      `Add a "log_publishing_options" block with a log type.`,
		CloudFormation: `Set a log type under "LogPublishingOptions".`,
		Live:           `Run "aws opensearch update-domain-config" with --log-publishing-options.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_84",
		KICS:    "acb6b4e2-a086-4f35-aefd-4db6ea51ada2 edbd62d4-8700-41de-b000-b3cfebb5e996",
		Guard:   "ELASTICSEARCH_LOGS_TO_CLOUDWATCH",
		Prowler: "opensearch_service_domains_cloudwatch_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html"},
	Since:      "0.1",
	Rule:       publishes{Of: []string{"AUDIT_LOGS", "ES_APPLICATION_LOGS", "INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS"}, What: "no log is"},
}
