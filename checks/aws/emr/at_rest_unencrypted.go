package emr

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var AtRestUnencrypted = &checks.Check{
	Title:    "EMR security configuration leaves data at rest unencrypted",
	Severity: checks.High,
	Why:      "What clusters write to S3 and to their disks can be read by whoever obtains it.",
	Fix: checks.Fix{
		Terraform:      `Set "EnableAtRestEncryption" to true.`,
		CloudFormation: `Set "EnableAtRestEncryption" to true.`,
		Live:           `Make a new security configuration, and a new cluster that uses it.`,
	},
	Aliases: checks.Aliases{
		KICS:   "5b033ec8-f079-4323-b5c8-99d4620433a9",
		Trivy:  "AVD-AWS-0137",
		CfnNag: "W61",
		Guard:  "EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_emr_security_configuration", Do: atRest},
}

func atRest(p *checks.Pass, r *model.Resource) {
	enabled := configuration(r).At("EncryptionConfiguration.EnableAtRestEncryption")
	p.Require(enabled.IsTrue(), enabled, "EnableAtRestEncryption is %v", checks.Said(enabled))
}

// configuration is what a security configuration says, whether it was written as a
// structure or as text.
func configuration(r *model.Resource) model.Value {
	v := r.At("configuration")
	switch {
	case v.Doc != nil:
		return *v.Doc
	case v.State == model.Unknown && len(v.Why.Parts) > 0:
		structure, _ := view.JSON(v.Origin, v.Why.Parts...)
		return structure
	}
	if _, text := v.Data.(string); !text {
		return v
	}
	structure, _ := view.JSON(v.Origin, v)
	return structure
}
