package dax

import "github.com/lintel-iac/lintel/checks"

var ClusterWithoutTLS = &checks.Check{
	Title:    "DAX cluster does not speak TLS",
	Severity: checks.Medium,
	Why: "Items travel between clients and cluster in the clear, for anyone on the way to read or to change. " +
		"It cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set cluster_endpoint_encryption_type = "TLS".`,
		CloudFormation: `Set "ClusterEndpointEncryptionType: TLS".`,
		Live:           `Make a new cluster with encryption in transit, and point the clients at it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_239",
		Prowler: "dynamodb_accelerator_cluster_in_transit_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_dax_cluster", Path: "cluster_endpoint_encryption_type", Of: []string{"TLS"}},
}
