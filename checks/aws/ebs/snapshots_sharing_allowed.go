package ebs

import "github.com/lintel-iac/lintel/checks"

var SnapshotsSharingAllowed = &checks.Check{
	Title:    "EBS snapshots of the region may be made public",
	Severity: checks.Medium,
	Why:      "One wrong permission gives a whole disk to everybody.",
	Fix: checks.Fix{
		Terraform:      `Set state = "block-all-sharing".`,
		CloudFormation: `Set "State: block-all-sharing".`,
		Live:           `Run "aws ec2 enable-snapshot-block-public-access" with --state block-all-sharing.`,
	},
	Aliases:    checks.Aliases{Prowler: "ec2_ebs_snapshot_account_block_public_access"},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_ebs_snapshot_block_public_access", Path: "state", Of: []string{"unblocked"}},
}
