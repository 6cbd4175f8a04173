package workspaces

import "github.com/lintel-iac/lintel/checks"

var RootVolumeUnencrypted = &checks.Check{
	Title:    "Root volume of a WorkSpace is not encrypted",
	Severity: checks.High,
	Why:      "Whoever obtains a snapshot can read it all, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "root_volume_encryption_enabled = true" and a "volume_encryption_key".`,
		CloudFormation: `Set "RootVolumeEncryptionEnabled: true" and a "VolumeEncryptionKey".`,
		Live:           "Make the WorkSpace anew with encryption.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_156",
		KICS:    "89827c57-5a8a-49eb-9731-976a606d70db b9033580-6886-401a-8631-5f19f5bb24c7",
		Trivy:   "AVD-AWS-0109",
		Guard:   "WORKSPACE_ENCRYPTION_ENABLED",
		Prowler: "workspaces_volume_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_workspaces_workspace", Path: "root_volume_encryption_enabled"},
}
