package neptune

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClusterUnencrypted = &checks.Check{
	Title:    "Neptune cluster is not encrypted at rest",
	Severity: checks.High,
	Why:      "Whoever obtains a snapshot can read it all, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "storage_encrypted = true".`,
		CloudFormation: `Set "StorageEncrypted: true".`,
		Live:           `Take a snapshot, restore from it with encryption on.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_44",
		KICS:    "98d59056-f745-4ef5-8613-32bca8d40b7e bf4473f1-c8a2-4b1b-8134-bd32efabab93",
		Trivy:   "AVD-AWS-0076",
		CfnNag:  "F30",
		Prowler: "neptune_cluster_storage_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_neptune_cluster", Do: clusterUnencrypted},
}

// clusterUnencrypted minds that a cluster which is made from another is encrypted as
// that is.
func clusterUnencrypted(p *checks.Pass, r *model.Resource) {
	encrypted := r.At("storage_encrypted")
	for _, source := range [...]string{"snapshot_identifier", "replication_source_identifier"} {
		if encrypted.IsTrue() != model.Yes && r.At(source).IsEmpty() != model.Yes {
			encrypted = model.Undecided("the cluster it is made from decides", encrypted.Origin)
		}
	}
	p.Require(encrypted.IsTrue(), encrypted, "%s is %v", encrypted.Origin.Name, checks.Said(encrypted))
}
