package ebs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var VolumeKeyUnused = &checks.Check{
	Title:    "EBS volume names a key, but does not ask for encryption",
	Severity: checks.Medium,
	Why:      "A key alone encrypts nothing. EC2 refuses to make such a volume.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true" beside "kms_key_id".`,
		CloudFormation: `Set "Encrypted: true" beside "KmsKeyId".`,
		Live:           `Nothing: EC2 makes no such volume.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_3 CKV2_AWS_2",
		KICS:    "cc997676-481b-4e93-aa81-d19f8c5e9b12 80b7ac3f-d2b7-4577-9b10-df7913497162",
		Trivy:   "AVD-AWS-0026",
		CfnNag:  "F1",
		Regula:  "FG_R00016",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ebs_volume", Do: keyUnused},
}

func keyUnused(p *checks.Pass, r *model.Resource) {
	key, encrypted := r.At("kms_key_id"), r.At("encrypted")
	p.Forbid(min(model.Not(key.IsEmpty()), model.Not(encrypted.IsTrue())), key, "%s wants encryption, and %s is %v", key.Origin.Name, encrypted.Origin.Name, checks.Said(encrypted))
}
