package efs

import "github.com/lintel-iac/lintel/checks"

var AccessPointWithoutUser = &checks.Check{
	Title:    "EFS access point believes its clients who they are",
	Severity: checks.Low,
	Why: "A client names its own user and group, root included. An access point with a user of its own decides " +
		"for it.",
	Fix: checks.Fix{
		Terraform:      `Add a "posix_user" block with a "uid" and a "gid".`,
		CloudFormation: `Set "Uid" and "Gid" under "PosixUser".`,
		Live:           `Make a new access point with a POSIX user, and mount that.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_330",
		Prowler: "efs_access_point_enforce_user_identity",
	},
	References: []string{"https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_efs_access_point", Path: "posix_user"},
}
