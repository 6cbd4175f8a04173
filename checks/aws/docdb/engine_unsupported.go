package docdb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var EngineUnsupported = &checks.Check{
	Title:    "DocumentDB cluster runs a version without standard support",
	Severity: checks.Medium,
	Why:      "Weaknesses that are found in it are mended at extra cost, and in the end AWS upgrades it by itself, at a time it chooses.",
	Fix: checks.Fix{
		Terraform:      `Set "engine_version" to "5.0.0" or newer, with "allow_major_version_upgrade".`,
		CloudFormation: `Set "EngineVersion" to 5.0.0 or newer.`,
		Live:           `Run "aws docdb modify-db-cluster" with --engine-version and --allow-major-version-upgrade.`,
	},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/devguide/docdb-version-support-dates.html"},
	Since:      "0.1",
	Rule:       lifecycle.Require{Type: "aws_docdb_cluster", Path: "engine_version", Product: "docdb"},
}
