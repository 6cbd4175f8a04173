package rds

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InstanceIAMAuthenticationDisabled = &checks.Check{
	Title:    "RDS instance cannot be logged in to by IAM",
	Severity: checks.Low,
	Why:      "Its users have passwords that are stored with every client and never expire, in place of tokens that last a quarter of an hour.",
	Fix: checks.Fix{
		Terraform:      `Set "iam_database_authentication_enabled = true".`,
		CloudFormation: `Set "EnableIAMDatabaseAuthentication: true".`,
		Live:           `Run "aws rds modify-db-instance" with --enable-iam-database-authentication.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_161",
		KICS:    "88fd05e0-ac0e-43d2-ba6d-fc0ba60ae1a6 9fcd0a0a-9b6f-4670-a215-d94e6bf3f184",
		Trivy:   "AVD-AWS-0176",
		Prowler: "rds_instance_iam_authentication_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance", Do: instanceLogin},
}

// instanceLogin leaves out the engines that know no tokens of IAM.
func instanceLogin(p *checks.Pass, r *model.Resource) {
	enabled, engine := r.At("iam_database_authentication_enabled"), r.At("engine")
	fault := model.Not(enabled.IsTrue())
	for _, without := range [...]string{"oracle", "sqlserver", "db2", "custom"} {
		fault = min(fault, model.Not(engine.HasPrefix(without)))
	}
	old := min(engine.IsFold("mariadb"), r.At("engine_version").Satisfies(before106))
	fault = min(fault, model.Not(old))
	p.Forbid(fault, enabled, "%s is %v", enabled.Origin.Name, checks.Said(enabled))
}

// before106 tells whether a version of MariaDB is older than 10.6.
func before106(version string) bool {
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	return major == "10" && len(minor) == 1 && minor < "6"
}
