package opensearch

import "github.com/lintel-iac/lintel/checks"

var DedicatedMastersDisabled = &checks.Check{
	Title:    "OpenSearch domain has no dedicated master nodes",
	Severity: checks.Low,
	Why:      "Load on the data nodes can leave the cluster without anyone to lead it.",
	Fix: checks.Fix{
		Terraform:      `Set "dedicated_master_enabled = true" in "cluster_config", and "dedicated_master_count = 3".`,
		CloudFormation: `Set "DedicatedMasterEnabled: true" under "ClusterConfig", and "DedicatedMasterCount: 3".`,
		Live:           `Run "aws opensearch update-domain-config" with DedicatedMasterEnabled=true,DedicatedMasterCount=3.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_59 CKV_AWS_318",
		Guard:   "ELASTICSEARCH_PRIMARY_NODE_FAULT_TOLERANCE",
		Prowler: "opensearch_service_domains_fault_tolerant_master_nodes",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_elasticsearch_domain aws_opensearch_domain", Path: "cluster_config.dedicated_master_enabled"},
}
