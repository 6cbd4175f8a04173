package ebs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SnapshotUnencrypted = &checks.Check{
	Title:    "EBS snapshot is not encrypted",
	Severity: checks.High,
	Why:      "Whoever it is shared with can read it all.",
	Fix: checks.Fix{
		Terraform: `Encrypt the volume: its snapshots are encrypted as it is.`,
		Live:      `Copy the snapshot with encryption on, then delete the unencrypted one.`,
	},
	Aliases: checks.Aliases{
		KICS:    "e6b4b943-6883-47a9-9739-7ada9568f8ca",
		Prowler: "ec2_ebs_snapshots_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ebs_snapshot", Do: snapshotUnencrypted},
}

// snapshotUnencrypted asks the volume, if it is in this scope: of a snapshot only a
// state or the platform says so itself.
func snapshotUnencrypted(p *checks.Pass, r *model.Resource) {
	encrypted := r.At("encrypted")
	if encrypted.State == model.Absent {
		encrypted = ofVolume(r, encrypted.Origin)
	}
	p.Require(encrypted.IsTrue(), encrypted, "%s is %v", encrypted.Origin.Name, checks.Said(encrypted))
}

func ofVolume(r *model.Resource, at model.Origin) model.Value {
	for ref := range r.RefsAt("volume_id") {
		if volume := r.Scope.Resource(ref.To); volume != nil && volume.Type == "aws_ebs_volume" {
			return volume.At("encrypted")
		}
	}
	return model.Undecided("the volume decides", at)
}
