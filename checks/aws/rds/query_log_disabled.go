package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var QueryLogDisabled = &checks.Check{
	Title:    "PostgreSQL database does not log its queries",
	Severity: checks.Low,
	Why:      "After an intrusion nobody can tell what was read or changed.",
	Fix: checks.Fix{
		Terraform:      `Set the parameters log_statement and log_min_duration_statement in a parameter group of the database.`,
		CloudFormation: `Set the parameters log_statement and log_min_duration_statement in a parameter group of the database.`,
		Live:           `Run "aws rds modify-db-parameter-group", or modify-db-cluster-parameter-group, with both.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV2_AWS_30 CKV2_AWS_27"},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance aws_rds_cluster", Do: queryLogDisabled},
}

func queryLogDisabled(p *checks.Pass, r *model.Resource) {
	postgres := r.At("engine").IsFold("postgres", "aurora-postgresql")
	for _, name := range [...]string{"log_statement", "log_min_duration_statement"} {
		logged := parameter(r, name)
		off := max(logged.IsEmpty(), logged.IsFold("none", "-1"))
		p.Forbid(min(postgres, off), logged, "%s is %v", name, checks.Said(logged))
	}
}
