package msk

import "github.com/lintel-iac/lintel/checks"

var ClusterPlaintextAllowed = &checks.Check{
	Title:    "MSK cluster lets clients or brokers speak in the clear",
	Severity: checks.Medium,
	Why:      "Messages can be read or changed by anyone on the way.",
	Fix: checks.Fix{
		Terraform:      `Set client_broker = "TLS" and "in_cluster = true" in "encryption_in_transit", or leave both out.`,
		CloudFormation: `Set "ClientBroker: TLS" and "InCluster: true" under "EncryptionInfo.EncryptionInTransit", or leave both out.`,
		Live:           `Run "aws kafka update-security" with ClientBroker=TLS. Traffic between brokers can only be encrypted from the start.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_81",
		KICS:    "6db52fa6-d4da-4608-908a-89f0c59e743e a976d63f-af0e-46e8-b714-8c1a9c4bf768",
		Trivy:   "AVD-AWS-0073",
		Prowler: "kafka_cluster_in_transit_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireAny{Type: "aws_msk_cluster", Path: "encryption_info.encryption_in_transit.client_broker", Of: []string{"TLS"}},
		checks.RequireTrue{Type: "aws_msk_cluster", Path: "encryption_info.encryption_in_transit.in_cluster"},
	},
}
