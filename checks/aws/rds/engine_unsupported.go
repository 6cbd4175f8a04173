package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
	"github.com/lintel-iac/lintel/model"
)

var EngineUnsupported = &checks.Check{
	Title:    "Database runs a version of its engine without standard support",
	Severity: checks.Medium,
	Why: "Weaknesses that are found in it are mended at extra cost or not at all, and AWS upgrades it by itself in the " +
		"end, at a time it chooses.",
	Fix: checks.Fix{
		Terraform:      `Set "engine_version" to a version in standard support; going up a major version wants "allow_major_version_upgrade".`,
		CloudFormation: `Set "EngineVersion" to a version in standard support; going up a major version wants "AllowMajorVersionUpgrade".`,
		Live:           `Run "aws rds modify-db-instance", or modify-db-cluster, with --engine-version and --allow-major-version-upgrade.`,
	},
	Aliases: checks.Aliases{Prowler: "rds_instance_deprecated_engine_version"},
	References: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/extended-support.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_db_instance aws_rds_cluster aws_rds_global_cluster", Do: engineUnsupported},
}

func engineUnsupported(p *checks.Pass, r *model.Resource) {
	engine := r.At("engine")
	var products []lifecycle.Product
	for _, name := range [...]string{"mysql", "postgres", "mariadb", "aurora", "aurora-mysql", "aurora-postgresql"} {
		products = append(products, lifecycle.Product{Name: name, Is: engine.IsFold(name)})
	}
	lifecycle.Forbid(p, r.At("engine_version"), products...)
}
