// Package rds holds the checks of Relational Database Service, Aurora included.
package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InstanceStorageUnencrypted = &checks.Check{
	Title:    "Storage of an RDS instance is not encrypted",
	Severity: checks.High,
	Why:      "Whoever obtains a snapshot or a backup can read it all, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "storage_encrypted = true".`,
		CloudFormation: `Set "StorageEncrypted: true".`,
		Live:           `Copy a snapshot with encryption on, restore the copy, and move the clients to it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_16",
		KICS: "08bd0760-8752-44e1-9779-7bb369b2b4e4 5beacce3-4020-4a3d-9e1d-a36f953df630 65844ba3-03a1-40a8-b3dd-919f122e8c95 " +
			"ffee2785-c347-451e-89f3-11aeb08e5c84 3199c26c-7871-4cb3-99c2-10a59244ce7f",
		Trivy:   "AVD-AWS-0080",
		CfnNag:  "F27",
		Guard:   "RDS_STORAGE_ENCRYPTED",
		Regula:  "FG_R00093",
		Prowler: "rds_instance_storage_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance", Do: instanceStorage},
}

func instanceStorage(p *checks.Pass, r *model.Resource) {
	storage(p, r, "replicate_source_db", "snapshot_identifier", "restore_to_point_in_time")
}

// storage wants a database to be encrypted; what was serverless from the first
// always is. One that is made from another is encrypted as that is, or with a key
// of its own. Where the other is in this scope too, there is no more to say, since
// it is judged itself.
func storage(p *checks.Pass, r *model.Resource, sources ...string) {
	encrypted := r.At("storage_encrypted")
	good := max(encrypted.IsTrue(), r.At("engine_mode").Is("serverless"))
	for _, path := range sources {
		if good == model.Yes || r.At(path).IsEmpty() == model.Yes {
			continue
		}
		if isHere(r, path) {
			return
		}
		good = max(model.Maybe, r.At("kms_key_id").IsSet())
		encrypted = model.Undecided("the database it is made from decides", encrypted.Origin)
	}
	p.Require(good, encrypted, "%s is %v", encrypted.Origin.Name, checks.Said(encrypted))
}

// isHere tells whether path refers to a database of this scope.
func isHere(r *model.Resource, path string) bool {
	for ref := range r.RefsAt(path) {
		source := r.Scope.Resource(ref.To)
		if source != nil && (source.Type == "aws_db_instance" || source.Type == "aws_rds_cluster") && source.Mode == model.Managed {
			return true
		}
	}
	return false
}
