package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ObjectEncryptionUnspecified = &checks.Check{
	Title:    "S3 object does not say how it is encrypted",
	Severity: checks.Low,
	Why:      "S3 encrypts it all the same, as its bucket says. One that says so shows that somebody has thought of it.",
	Fix: checks.Fix{
		Terraform:      `Set "server_side_encryption" or "kms_key_id".`,
		CloudFormation: `CloudFormation has no such resource.`,
		Live:           `Copy the object over itself with --sse.`,
	},
	Aliases: checks.Aliases{
		KICS: "5fb49a69-8d46-4495-a2f8-9c8c622b2b6e",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_object aws_s3_object_copy aws_s3_bucket_object", Do: objectEncryption},
}

func objectEncryption(p *checks.Pass, r *model.Resource) {
	algorithm := r.At("server_side_encryption")
	said := max(model.Not(algorithm.IsEmpty()), model.Not(r.At("kms_key_id").IsEmpty()))
	p.Require(said, algorithm, "%s is %v", algorithm.Origin.Name, checks.Said(algorithm))
}
