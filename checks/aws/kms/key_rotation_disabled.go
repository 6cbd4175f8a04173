// Package kms holds the checks of Key Management Service.
package kms

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var KeyRotationDisabled = &checks.Check{
	Title:    "KMS key is not rotated",
	Severity: checks.Medium,
	Why:      "All that was ever encrypted with the key hangs on one piece of key material, for as long as the key lives.",
	Fix: checks.Fix{
		Terraform:      `Set "enable_key_rotation = true".`,
		CloudFormation: `Set "EnableKeyRotation: true".`,
		Live:           `Run "aws kms enable-key-rotation".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_7",
		KICS:    "22fbfeac-7b5a-421a-8a27-7a2178bb910b 1c07bfaf-663c-4f6f-b22b-8e2d481e4df5 235ca980-eb71-48f4-9030-df0c371029eb",
		Trivy:   "AVD-AWS-0065",
		CfnNag:  "F19",
		Guard:   "CMK_BACKING_KEY_ROTATION_ENABLED",
		Regula:  "FG_R00036",
		Prowler: "kms_cmk_rotation_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
		"https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_kms_key aws_kms_external_key", Do: rotation},
}

// rotation is judged where KMS offers it: for symmetric encryption keys whose
// material it made itself. Of other keys, that rotation is asked for in vain. A
// replica rotates when its primary does.
func rotation(p *checks.Pass, r *model.Resource) {
	rotates := r.At("enable_key_rotation")
	spec, store := r.At("customer_master_key_spec"), r.At("custom_key_store_id")
	possible := min(
		spec.Is("SYMMETRIC_DEFAULT"),
		r.At("key_usage").Is("ENCRYPT_DECRYPT"),
		store.IsEmpty(),
	)
	p.Forbid(min(model.Not(spec.Is("SYMMETRIC_DEFAULT")), rotates.IsTrue()), rotates, "%s is true, which KMS refuses for a key that is %v", rotates.Origin.Name, spec)
	p.Forbid(min(model.Not(store.IsEmpty()), rotates.IsTrue()), rotates, "%s is true, which KMS refuses for a key in a custom key store", rotates.Origin.Name)
	p.Forbid(min(possible, model.Not(rotates.IsTrue())), rotates, "%s is %v", rotates.Origin.Name, checks.Said(rotates))
}
