package rds

import "github.com/lintel-iac/lintel/checks"

var ClusterBacktrackDisabled = &checks.Check{
	Title:    "Aurora MySQL cluster cannot be wound back",
	Severity: checks.Low,
	Why:      "A mistake can only be undone by restoring a backup, which takes far longer.",
	Fix: checks.Fix{
		Terraform:      `Set "backtrack_window" to a number of seconds, such as 86400.`,
		CloudFormation: `Set "BacktrackWindow" to a number of seconds, such as 86400.`,
		Live:           `Restore a snapshot with --backtrack-window: it cannot be switched on later.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_326",
		Guard:   "AURORA_MYSQL_BACKTRACKING_ENABLED",
		Prowler: "rds_cluster_backtrack_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireAtLeast{
		Type: "aws_rds_cluster", Path: "backtrack_window", Min: 1,
		When: []checks.Condition{{Path: "engine", Of: []string{"aurora", "aurora-mysql"}}},
	},
}
