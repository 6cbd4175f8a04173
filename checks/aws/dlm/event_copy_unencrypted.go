package dlm

import "github.com/lintel-iac/lintel/checks"

var EventCopyUnencrypted = &checks.Check{
	Title:    "Copies that another account's snapshots set off are not encrypted",
	Severity: checks.High,
	Why:      "Whoever the copy is shared with can read it all, though what was shared may be encrypted.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true" in "encryption_configuration" of the action.`,
		CloudFormation: `Set "Encrypted: true" in "EncryptionConfiguration" of the action.`,
		Live:           `Run "aws dlm update-lifecycle-policy" with Encrypted=true in the action.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_253",
		CfnNag:  "W81",
		Guard:   "DLM_LIFECYCLE_POLICY_CROSS_REGION_ENCRYPTION_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/event-policy.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_dlm_lifecycle_policy", Each: copyOnEvent, Path: "encryption_configuration.encrypted"},
}
