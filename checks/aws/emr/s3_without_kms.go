package emr

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var S3WithoutKMS = &checks.Check{
	Title:    "EMR security configuration does not encrypt by KMS what goes to S3",
	Severity: checks.Low,
	Why:      "With S3's own keys, whoever may read an object may decrypt it.",
	Fix: checks.Fix{
		Terraform:      `Set "EncryptionMode" to SSE-KMS or CSE-KMS in "S3EncryptionConfiguration", and "AwsKmsKey".`,
		CloudFormation: `Set "EncryptionMode" to SSE-KMS or CSE-KMS in "S3EncryptionConfiguration", and "AwsKmsKey".`,
		Live:           `Make a new security configuration, and a new cluster that uses it.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_171"},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_emr_security_configuration", Do: s3WithoutKMS},
}

func s3WithoutKMS(p *checks.Pass, r *model.Resource) {
	mode := configuration(r).At("EncryptionConfiguration.AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode")
	p.Require(mode.IsFold("SSE-KMS", "CSE-KMS"), mode, "EncryptionMode is %v", checks.Said(mode))
}
