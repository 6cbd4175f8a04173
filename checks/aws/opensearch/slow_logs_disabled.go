package opensearch

import "github.com/lintel-iac/lintel/checks"

var SlowLogsDisabled = &checks.Check{
	Title:    "OpenSearch domain publishes no slow logs",
	Severity: checks.Low,
	Why:      "Queries that bring the cluster down leave no trace.",
	Fix: checks.Fix{
		Terraform:      `Add a "log_publishing_options" block with the log types SEARCH_SLOW_LOGS and INDEX_SLOW_LOGS.`,
		CloudFormation: `Set the log types SEARCH_SLOW_LOGS and INDEX_SLOW_LOGS under "LogPublishingOptions".`,
		Live:           `Run "aws opensearch update-domain-config" with --log-publishing-options.`,
	},
	Aliases:    checks.Aliases{KICS: "e979fcbc-df6c-422d-9458-c33d65e71c45 086ea2eb-14a6-4fd4-914b-38e0bc8703e8"},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       publishes{Of: []string{"INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS"}, What: "slow logs are not"},
}
