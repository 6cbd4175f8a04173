package efs

import "github.com/lintel-iac/lintel/checks"

var AccessPointWithoutRootDirectory = &checks.Check{
	Title:    "EFS access point shows the whole file system",
	Severity: checks.Low,
	Why:      "Its clients see the files of all others: their own permissions are all that keeps them apart.",
	Fix: checks.Fix{
		Terraform:      `Set "path" in a "root_directory" block to a folder of its own.`,
		CloudFormation: `Set "Path" under "RootDirectory" to a folder of its own.`,
		Live:           `Make a new access point with a root directory, and mount that.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_329",
		Prowler: "efs_access_point_enforce_root_directory",
	},
	References: []string{"https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_efs_access_point", Path: "root_directory.path", NoneOf: []string{"/"}},
}
