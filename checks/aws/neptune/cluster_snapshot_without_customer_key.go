package neptune

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClusterSnapshotWithoutCustomerKey = &checks.Check{
	Title:    "Neptune snapshot is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" on the cluster: its snapshots are encrypted as it is.`,
		CloudFormation: `Set "KmsKeyId" on the cluster: its snapshots are encrypted as it is.`,
		Live:           "Copy the snapshot with --kms-key-id, then delete the first one.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_280",
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_neptune_cluster_snapshot", Do: snapshotKey},
}

// snapshotKey asks the cluster where the snapshot does not say it itself, as only a
// state or the platform does.
func snapshotKey(p *checks.Pass, r *model.Resource) {
	key := r.At("kms_key_id")
	if key.State == model.Absent && r.At("storage_encrypted").State == model.Absent {
		key = model.Undecided("the cluster decides", key.Origin)
		for ref := range r.RefsAt("db_cluster_identifier") {
			if cluster := p.Scope.Resource(ref.To); cluster != nil && cluster.Type == "aws_neptune_cluster" {
				key = cluster.At("kms_key_arn")
			}
		}
	}
	p.Forbid(key.IsEmpty(), key, "%s is %v", key.Origin.Name, checks.Said(key))
}
