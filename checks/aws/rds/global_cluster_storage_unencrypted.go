package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var GlobalClusterStorageUnencrypted = &checks.Check{
	Title:    "Storage of an Aurora global database is not encrypted",
	Severity: checks.High,
	Why:      "Its clusters in all regions are stored alike, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "storage_encrypted = true".`,
		CloudFormation: `Set "StorageEncrypted: true".`,
		Live:           `Restore a snapshot into a new cluster that is given a KMS key, and make the global database from that.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_140",
		KICS:    "ffee2785-c347-451e-89f3-11aeb08e5c84",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_rds_global_cluster", Do: globalStorage},
}

func globalStorage(p *checks.Pass, r *model.Resource) {
	storage(p, r, "source_db_cluster_identifier")
}
