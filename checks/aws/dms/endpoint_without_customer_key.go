package dms

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var EndpointWithoutCustomerKey = &checks.Check{
	Title:    "DMS endpoint is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases: checks.Aliases{Checkov: "CKV_AWS_296"},
	References: []string{
		"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html",
		"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule:    checks.Func{On: "aws_dms_endpoint", Do: endpointKey},
}

// endpointKey takes the key of the files for that of an endpoint in S3, which keeps no credentials to encrypt: a role
// lets DMS in. Up to version 5 of the provider such an endpoint is one of these, too.
func endpointKey(p *checks.Pass, r *model.Resource) {
	key, files := r.At("kms_key_arn"), r.At("s3_settings.server_side_encryption_kms_key_id")
	inS3 := min(r.At("engine_name").Is("s3"), given(files))
	p.Require(max(given(key), inS3), key, "%s is %v", key.Origin.Name, checks.Said(key))
}

func given(v model.Value) model.Truth { return min(v.IsSet(), model.Not(v.IsEmpty())) }
