package secretsmanager

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/aws/kms"
	"github.com/lintel-iac/lintel/model"
)

var SecretWithoutCustomerKey = &checks.Check{
	Title:    "Secret is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to a KMS key of your own.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of your own.`,
		Live:           `Run "aws secretsmanager update-secret" with --kms-key-id.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_149",
		KICS:    "a2f548f2-188c-4fff-b172-e9a6acb216bd b0d3ef3f-845d-4b1b-83d6-63a5a380375f c8ae9ba9-c2f7-4e5c-b32e-a4b7712d4d22",
		Trivy:   "AVD-AWS-0098",
		CfnNag:  "W77",
		Guard:   "SECRETSMANAGER_USING_CMK",
	},
	References: []string{"https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_secretsmanager_secret", Do: customerKey},
}

func customerKey(p *checks.Pass, r *model.Resource) {
	key := r.At("kms_key_id")
	own := min(model.Not(key.IsEmpty()), model.Not(kms.IsAlias(r, "kms_key_id", "alias/aws/secretsmanager")))
	if key.State == model.Known && key.Data == "aws/secretsmanager" {
		own = model.No // as the console calls it
	}
	p.Require(own, key, "%s is %v", key.Origin.Name, checks.Said(key))
}
