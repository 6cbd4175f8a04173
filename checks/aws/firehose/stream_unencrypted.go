// Package firehose holds the checks of Data Firehose.
package firehose

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var StreamUnencrypted = &checks.Check{
	Title:    "Firehose stream does not encrypt what waits in it",
	Severity: checks.Medium,
	Why:      "Records that are put into it directly are stored in the clear until they are delivered.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in a "server_side_encryption" block.`,
		CloudFormation: `Set "DeliveryStreamEncryptionConfigurationInput".`,
		Live:           `Run "aws firehose start-delivery-stream-encryption".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_240",
		CfnNag:  "W88",
		Guard:   "KINESIS_FIREHOSE_DELIVERY_STREAM_ENCRYPTION_RULE",
		Prowler: "firehose_stream_encrypted_at_rest",
	},
	References: []string{"https://docs.aws.amazon.com/firehose/latest/dev/encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_kinesis_firehose_delivery_stream", Do: unencrypted},
}

func unencrypted(p *checks.Pass, r *model.Resource) {
	encrypted := r.At("server_side_encryption.enabled")
	p.Forbid(min(direct(r), model.Not(encrypted.IsTrue())), encrypted, "%s is %v", encrypted.Origin.Name, checks.Said(encrypted))
}

// direct asks whether records are put into the stream itself. Where they come from
// another, that keeps them.
func direct(r *model.Resource) model.Truth {
	return min(r.At("kinesis_source_configuration").IsEmpty(), r.At("msk_source_configuration").IsEmpty())
}
