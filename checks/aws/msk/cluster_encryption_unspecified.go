package msk

import "github.com/lintel-iac/lintel/checks"

var ClusterEncryptionUnspecified = &checks.Check{
	Title:    "MSK cluster does not say how it is encrypted",
	Severity: checks.Low,
	Why: "MSK then takes a key of its own, and TLS on all ways. A cluster that says so shows that somebody has thought of it, " +
		"and the key cannot be changed later.",
	Fix: checks.Fix{
		Terraform:      `Add an "encryption_info" block with the key and "encryption_in_transit".`,
		CloudFormation: `Set "EncryptionInfo" with the key and "EncryptionInTransit".`,
		Live:           `Make a new cluster with the key that you want, and move over.`,
	},
	Aliases: checks.Aliases{
		KICS: "a976d63f-af0e-46e8-b714-8c1a9c4bf768 6db52fa6-d4da-4608-908a-89f0c59e743e",
	},
	References: []string{"https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_msk_cluster", Path: "encryption_info"},
}
