// Package ebs holds the checks of Elastic Block Store.
package ebs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var VolumeUnencrypted = &checks.Check{
	Title:    "EBS volume is not encrypted at rest",
	Severity: checks.High,
	Why:      "Whoever obtains a snapshot can read it all, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true".`,
		CloudFormation: `Set "Encrypted: true".`,
		Live:           `Snapshot the volume, copy the snapshot with encryption on, restore from the copy.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_3 CKV2_AWS_2",
		KICS:    "cc997676-481b-4e93-aa81-d19f8c5e9b12 80b7ac3f-d2b7-4577-9b10-df7913497162",
		Trivy:   "AVD-AWS-0026",
		CfnNag:  "F1",
		Guard:   "ENCRYPTED_VOLUMES",
		Regula:  "FG_R00016",
		Prowler: "ec2_ebs_volume_encryption",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ebs_volume", Do: volumeEncrypted},
}

// volumeEncrypted leaves alone what EC2 refuses: a key for a volume that does not say whether it is encrypted.
func volumeEncrypted(p *checks.Pass, r *model.Resource) {
	encrypted := r.At("encrypted")
	refused := min(model.Not(encrypted.IsSet()), model.Not(r.At("kms_key_id").IsEmpty()))
	p.Forbid(min(model.Not(encrypted.IsTrue()), model.Is(refused != model.Yes)), encrypted, "%s is %v", encrypted.Origin.Name, checks.Said(encrypted))
}
