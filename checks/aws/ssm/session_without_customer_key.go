package ssm

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SessionWithoutCustomerKey = &checks.Check{
	Title:    "Sessions of Session Manager are not encrypted by KMS",
	Severity: checks.Medium,
	Why:      "What is typed, and what comes back, is in clear for whatever ends the TLS between both ends.",
	Fix: checks.Fix{
		Terraform:      `Set "kmsKeyId" in the inputs of the document.`,
		CloudFormation: `Set "kmsKeyId" in the inputs of the document.`,
		Live:           `Set a KMS key in the preferences of Session Manager.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_112",
		KICS:    "ce60cc6b-6831-4bd7-84a2-cc7f8ee71433",
	},
	References: []string{"https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ssm_document", Do: sessionKey},
}

func sessionKey(p *checks.Pass, r *model.Resource) {
	for key := range inputs(r, "kmsKeyId") {
		p.Require(model.Not(key.IsEmpty()), key, "no kmsKeyId is set")
	}
}
