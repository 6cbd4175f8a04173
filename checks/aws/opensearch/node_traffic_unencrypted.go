package opensearch

import "github.com/lintel-iac/lintel/checks"

var NodeTrafficUnencrypted = &checks.Check{
	Title:    "Nodes of an OpenSearch domain talk to each other unencrypted",
	Severity: checks.Medium,
	Why:      "Whoever gets into the network between the nodes reads what they exchange, which is all that is stored.",
	Fix: checks.Fix{
		Terraform:      `Add a block "node_to_node_encryption" with "enabled = true".`,
		CloudFormation: `Set "NodeToNodeEncryptionOptions: {Enabled: true}".`,
		Live:           `Run "aws opensearch update-domain-config" with --node-to-node-encryption-options Enabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_6",
		KICS:    "967eb3e6-26fc-497d-8895-6428beb6e8e2",
		Trivy:   "AVD-AWS-0043",
		CfnNag:  "W85",
		Guard:   "ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK OPENSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK",
		Prowler: "opensearch_service_domains_node_to_node_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_elasticsearch_domain aws_opensearch_domain", Path: "node_to_node_encryption.enabled"},
}
