// Package opensearch holds the checks of OpenSearch Service, once Elasticsearch Service.
package opensearch

import "github.com/lintel-iac/lintel/checks"

var Unencrypted = &checks.Check{
	Title:    "OpenSearch domain is not encrypted at rest",
	Severity: checks.High,
	Why:      "Whoever obtains its storage or a snapshot can read all indexes.",
	Fix: checks.Fix{
		Terraform:      `Add a block "encrypt_at_rest" with "enabled = true".`,
		CloudFormation: `Set "EncryptionAtRestOptions: {Enabled: true}".`,
		Live:           `Run "aws opensearch update-domain-config" with --encryption-at-rest-options Enabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_5",
		KICS: "24e16922-4330-4e9d-be8a-caa90299466a 86a248ab-0e01-4564-a82a-878303e253bb " +
			"7af2f4a3-00d9-47f3-8d15-ca0888f4e5b2",
		Trivy:   "AVD-AWS-0048",
		CfnNag:  "W54",
		Guard:   "ELASTICSEARCH_ENCRYPTED_AT_REST OPENSEARCH_ENCRYPTED_AT_REST",
		Prowler: "opensearch_service_domains_encryption_at_rest_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_elasticsearch_domain aws_opensearch_domain", Path: "encrypt_at_rest.enabled"},
}
