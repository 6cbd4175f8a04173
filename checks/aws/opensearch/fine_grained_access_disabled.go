package opensearch

import "github.com/lintel-iac/lintel/checks"

var FineGrainedAccessDisabled = &checks.Check{
	Title:    "OpenSearch domain does not tell its users apart",
	Severity: checks.Medium,
	Why:      "Whoever may use the domain at all may read and change every index.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in an "advanced_security_options" block, with a master user.`,
		CloudFormation: `Set "Enabled: true" under "AdvancedSecurityOptions", with a master user.`,
		Live:           `Run "aws opensearch update-domain-config" with AdvancedSecurityOptions.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_52",
		Guard:   "OPENSEARCH_ACCESS_CONTROL_ENABLED",
		Prowler: "opensearch_service_domains_access_control_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_elasticsearch_domain aws_opensearch_domain", Path: "advanced_security_options.enabled"},
}
