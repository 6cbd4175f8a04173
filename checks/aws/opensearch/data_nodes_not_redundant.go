package opensearch

import "github.com/lintel-iac/lintel/checks"

var DataNodesNotRedundant = &checks.Check{
	Title:    "OpenSearch domain does not survive the loss of a zone",
	Severity: checks.Low,
	Why:      "With fewer than three data nodes, or all in one availability zone, a failure takes the data along.",
	Fix: checks.Fix{
		Terraform:      `Set "instance_count" to 3 or more and "zone_awareness_enabled = true" in "cluster_config".`,
		CloudFormation: `Set "InstanceCount" to 3 or more and "ZoneAwarenessEnabled: true" under "ClusterConfig".`,
		Live:           `Run "aws opensearch update-domain-config" with InstanceCount=3,ZoneAwarenessEnabled=true.`,
	},
	Aliases: checks.Aliases{
		Guard:   "ELASTICSEARCH_DATA_NODE_FAULT_TOLERANCE OPENSEARCH_DATA_NODE_FAULT_TOLERANCE",
		Prowler: "opensearch_service_domains_fault_tolerant_data_nodes",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireAtLeast{Type: "aws_elasticsearch_domain aws_opensearch_domain", Path: "cluster_config.instance_count", Min: 3},
		checks.RequireTrue{Type: "aws_elasticsearch_domain aws_opensearch_domain", Path: "cluster_config.zone_awareness_enabled"},
	},
}
