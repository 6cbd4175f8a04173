package msk

import "github.com/lintel-iac/lintel/checks"

var ClusterPubliclyAccessible = &checks.Check{
	Title:    "Brokers of an MSK cluster can be reached from the internet",
	Severity: checks.High,
	Why:      "They have public addresses: only security groups and the authentication of clients keep strangers out.",
	Fix: checks.Fix{
		Terraform:      `Leave out "public_access", or set its "type" to DISABLED.`,
		CloudFormation: `Leave out "PublicAccess" under "ConnectivityInfo", or set its "Type" to DISABLED.`,
		Live:           `Run "aws kafka update-connectivity" with PublicAccess type DISABLED.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_291",
		KICS:    "54378d69-dd7c-4b08-a43e-80d563396857 0ce1ba20-8ba8-4364-836f-40c24b8cb0ab",
		Prowler: "kafka_cluster_is_public",
	},
	References: []string{"https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_msk_cluster",
		Path: "broker_node_group_info.connectivity_info.public_access.type",
		Of:   []string{"SERVICE_PROVIDED_EIPS"},
	},
}
