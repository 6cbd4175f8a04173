package rds

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var LogFDWFileRead = &checks.Check{
	Title:    "Version of PostgreSQL lets users read files of its host",
	Severity: checks.High,
	Why:      "Through the extension log_fdw a user of the database can read files, internal credentials among them.",
	Fix: checks.Fix{
		Terraform:      `Set "engine_version" to a version that is mended, such as 13.3 (of Aurora, 11.9), or any major version since.`,
		CloudFormation: `Set "EngineVersion" to a version that is mended, such as 13.3 (of Aurora, 11.9), or any major version since.`,
		Live:           `Run "aws rds modify-db-instance", or modify-db-cluster, with --engine-version.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_250 CKV_AWS_388"},
	References: []string{"https://aws.amazon.com/security/security-bulletins/AWS-2022-004/"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance aws_rds_cluster aws_rds_cluster_instance", Do: logFDW},
}

func logFDW(p *checks.Pass, r *model.Resource) {
	version, engine := r.At("engine_version"), r.At("engine")
	instance := min(engine.IsFold("postgres"), version.Satisfies(func(v string) bool { return before(v, mendedPostgres[:]) }))
	aurora := min(engine.IsFold("aurora-postgresql"), version.Satisfies(func(v string) bool { return before(v, mendedAurora[:]) }))
	p.Forbid(max(instance, aurora), version, "%s is %v", version.Origin.Name, checks.Said(version))
}

// mended is the first minor version of a major one that has no such fault.
type mended struct {
	major string
	minor int
}

var (
	mendedPostgres = [...]mended{{"9.6", 22}, {"10", 17}, {"11", 12}, {"12", 7}, {"13", 3}}
	mendedAurora   = [...]mended{{"10", 14}, {"11", 9}}
)

func before(version string, list []mended) bool {
	for _, m := range list {
		minor, found := strings.CutPrefix(version, m.major+".")
		if n, err := strconv.Atoi(minor); found && err == nil && n < m.minor {
			return true
		}
	}
	return false
}
