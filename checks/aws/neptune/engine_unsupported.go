package neptune

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var EngineUnsupported = &checks.Check{
	Title:    "Neptune cluster runs a version that AWS supports no more",
	Severity: checks.Medium,
	Why:      "Its weaknesses are known and stay open, until AWS upgrades the cluster by itself, at a time it chooses.",
	Fix: checks.Fix{
		Terraform:      `Set "engine_version" to a supported one; going up a major version wants "allow_major_version_upgrade".`,
		CloudFormation: `Set "EngineVersion" to a supported one.`,
		Live:           `Run "aws neptune modify-db-cluster" with --engine-version and --allow-major-version-upgrade.`,
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/engine-releases.html"},
	Since:      "0.1",
	Rule:       lifecycle.Require{Type: "aws_neptune_cluster", Path: "engine_version", Product: "neptune"},
}
