package docdb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var GlobalClusterUnencrypted = &checks.Check{
	Title:    "Global DocumentDB cluster is not encrypted at rest",
	Severity: checks.High,
	Why: "Whoever obtains a snapshot of any of its clusters can read it all, and encryption cannot be switched " +
		"on later.",
	Fix: checks.Fix{
		Terraform:      `Set "storage_encrypted = true".`,
		CloudFormation: `Set "StorageEncrypted: true".`,
		Live:           `Make a new global cluster from an encrypted one.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_292"},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_docdb_global_cluster", Do: globalUnencrypted},
}

func globalUnencrypted(p *checks.Pass, r *model.Resource) {
	encrypted := r.At("storage_encrypted")
	if encrypted.State == model.Absent && r.At("source_db_cluster_identifier").IsEmpty() != model.Yes {
		encrypted = model.Undecided("the cluster it is made from decides", encrypted.Origin)
	}
	p.Require(encrypted.IsTrue(), encrypted, "%s is %v", encrypted.Origin.Name, checks.Said(encrypted))
}
