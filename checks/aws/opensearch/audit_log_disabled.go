package opensearch

import "github.com/lintel-iac/lintel/checks"

var AuditLogDisabled = &checks.Check{
	Title:    "OpenSearch domain publishes no audit log",
	Severity: checks.Medium,
	Why:      "After an intrusion nobody can tell who read or changed what.",
	Fix: checks.Fix{
		Terraform:      `Add a "log_publishing_options" block with the log type AUDIT_LOGS.`,
		CloudFormation: `Set the log type AUDIT_LOGS under "LogPublishingOptions".`,
		Live:           `Run "aws opensearch update-domain-config" with --log-publishing-options.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_317",
		Trivy:   "AVD-AWS-0042",
		Guard:   "ELASTICSEARCH_AUDIT_LOGGING_ENABLED OPENSEARCH_AUDIT_LOGGING_ENABLED",
		Prowler: "opensearch_service_domains_audit_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html"},
	Since:      "0.1",
	Rule:       publishes{Of: []string{"AUDIT_LOGS"}, What: "AUDIT_LOGS are not"},
}
