package ebs

import "github.com/lintel-iac/lintel/checks"

var SnapshotCopyUnencrypted = &checks.Check{
	Title:    "Copy of an EBS snapshot is not encrypted",
	Severity: checks.High,
	Why: "Whoever the copy is shared with can read it all. " +
		"A copy is the one moment at which an unencrypted snapshot can be encrypted.",
	Fix: checks.Fix{
		Terraform: `Set "encrypted = true".`,
		Live:      `Copy the snapshot again with encryption on, then delete the unencrypted copy.`,
	},
	Aliases:    checks.Aliases{Prowler: "ec2_ebs_snapshots_encrypted"},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_ebs_snapshot_copy", Path: "encrypted"},
}
