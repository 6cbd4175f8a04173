package kinesis

import "github.com/lintel-iac/lintel/checks"

var StreamUnencrypted = &checks.Check{
	Title:    "Kinesis stream is not encrypted at rest",
	Severity: checks.Medium,
	Why:      "The records that wait in it are stored in the clear.",
	Fix: checks.Fix{
		Terraform:      `Set encryption_type = "KMS" and "kms_key_id".`,
		CloudFormation: `Set "EncryptionType: KMS" and "KeyId" under "StreamEncryption".`,
		Live:           `Run "aws kinesis start-stream-encryption".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_43",
		KICS:    "5c6dd5e7-1fe0-4cae-8f81-4c122717cef3 7f65be75-90ab-4036-8c2a-410aef7bb650 862fe4bf-3eec-4767-a517-40f378886b88",
		Trivy:   "AVD-AWS-0064",
		CfnNag:  "W49",
		Guard:   "KINESIS_STREAM_ENCRYPTION_RULE",
		Prowler: "kinesis_stream_encrypted_at_rest",
	},
	References: []string{"https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html"},
	Since:      "0.1",
	// A stream that names no key is made, and stays as it is: to encrypt it is refused.
	Rule: checks.Every{
		checks.RequireAny{Type: "aws_kinesis_stream", Path: "encryption_type", Of: []string{"KMS"}},
		checks.RequireSet{Type: "aws_kinesis_stream", Path: "kms_key_id", When: []checks.Condition{{Path: "encryption_type", Of: []string{"KMS"}}}},
	},
}
