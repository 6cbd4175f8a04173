package glue

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SecurityConfigurationWithoutCustomerKey = &checks.Check{
	Title:    "Glue security configuration does not name customer managed keys",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" in each block whose mode is one of KMS.`,
		CloudFormation: `Set "KmsKeyArn" in each part whose mode is one of KMS.`,
		Live:           `Make a new security configuration with the keys, and let the jobs use it.`,
	},
	Aliases:    checks.Aliases{KICS: "ad5b4e97-2850-4adf-be17-1d293e0b85ee"},
	References: []string{"https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_glue_security_configuration", Do: configurationWithoutCustomerKey},
}

func configurationWithoutCustomerKey(p *checks.Pass, r *model.Resource) {
	for _, block := range [...]string{"cloudwatch_encryption", "job_bookmarks_encryption", "s3_encryption"} {
		key := r.At("encryption_configuration." + block + ".kms_key_arn")
		kms := r.At("encryption_configuration."+block+"."+block+"_mode").IsFold("SSE-KMS", "CSE-KMS")
		p.Forbid(min(kms, key.IsEmpty()), key, "%s is %v", key.Origin.Name, checks.Said(key))
	}
}
