package sns

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/aws/kms"
)

var TopicKeyAWSManaged = &checks.Check{
	Title:    "SNS topic is encrypted with the key that AWS manages",
	Severity: checks.Low,
	Why:      "The policy of that key cannot be changed: it can neither be shared with another account, nor kept from anyone in this one.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_master_key_id" to a KMS key of your own.`,
		CloudFormation: `Set "KmsMasterKeyId" to a KMS key of your own.`,
		Live:           `Run "aws sns set-topic-attributes" with a KmsMasterKeyId of your own.`,
	},
	Aliases: checks.Aliases{
		KICS:  "b1a72f66-2236-4f3b-87ba-0da1b366956f",
		Trivy: "AVD-AWS-0136",
	},
	References: []string{"https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"},
	Since:      "0.1",
	Rule:       kms.ForbidKeyOfAWS{Type: "aws_sns_topic", Path: "kms_master_key_id", Alias: "alias/aws/sns"},
}
