package ebs

import "github.com/lintel-iac/lintel/checks"

var SnapshotUnencrypted = &checks.Check{
	Title:    "EBS snapshot is not encrypted",
	Severity: checks.High,
	Why:      "Whoever it is shared with can read it all.",
	Fix: checks.Fix{
		Terraform: `Encrypt the volume: its snapshots are encrypted as it is.`,
		Live:      `Copy the snapshot with encryption on, then delete the unencrypted one.`,
	},
	Aliases: checks.Aliases{
		KICS:    "e6b4b943-6883-47a9-9739-7ada9568f8ca",
		Prowler: "ec2_ebs_snapshots_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"},
	Since:      "0.1",
	Rule:       checks.SnapshotEncrypted{Type: "aws_ebs_snapshot", Path: "encrypted", Of: "aws_ebs_volume", Link: "volume_id"},
}
