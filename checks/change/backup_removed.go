package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BackupRemoved = &checks.Check{
	Title:    "The change removes a backup",
	Severity: checks.High,
	Why:      "What is deleted or encrypted by mistake or malice from then on cannot be brought back.",
	Fix: checks.Fix{
		Terraform:      "Keep the backup as long as there is what it saves, or set up another one first.",
		CloudFormation: "Keep the backup as long as there is what it saves, or set up another one first.",
	},
	References: []string{"https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html"},
	Loss:       true,
	Since:      "0.1",
	Rule:       checks.Func{On: backedUp, Do: backupRemoved},
}

const backedUp = "aws_backup_plan aws_backup_selection aws_dlm_lifecycle_policy aws_db_instance aws_rds_cluster aws_docdb_cluster " +
	"aws_neptune_cluster aws_dynamodb_table aws_elasticache_cluster aws_elasticache_replication_group aws_redshift_cluster " +
	"aws_efs_backup_policy aws_s3_bucket"

// backups are settings by which a store saves itself. The others are backups of
// their own.
var backups = []flag{
	{"aws_db_instance", "backup_retention_period", ""},
	{"aws_rds_cluster", "backup_retention_period", ""},
	{"aws_docdb_cluster", "backup_retention_period", ""},
	{"aws_neptune_cluster", "backup_retention_period", ""},
	{"aws_dynamodb_table", "point_in_time_recovery.enabled", ""},
	{"aws_elasticache_cluster", "snapshot_retention_limit", ""},
	{"aws_elasticache_replication_group", "snapshot_retention_limit", ""},
	{"aws_redshift_cluster", "automated_snapshot_retention_period", ""},
	{"aws_efs_backup_policy", "backup_policy.status", "ENABLED"},
	{"aws_dlm_lifecycle_policy", "state", "ENABLED"},
	{"aws_s3_bucket", "versioning.versioning_configuration.status", "Enabled"},
}

func backupRemoved(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	switchedOff(p, r, backups)
	switch r.Type {
	case "aws_backup_plan", "aws_backup_selection", "aws_dlm_lifecycle_policy":
		if r.Scope.After.Become(r) == nil {
			removed(p, r, anyAdded(r))
		}
	}
}

// anyAdded asks whether a new resource of the type may take the place of one.
func anyAdded(r *model.Resource) model.Truth {
	if len(added(r)) > 0 {
		return model.Maybe
	}
	return model.No
}
