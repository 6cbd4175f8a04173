package emr

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var InTransitWithoutCertificates = &checks.Check{
	Title:    "EMR security configuration encrypts data in transit, but has no certificates for it",
	Severity: checks.Low,
	Why:      "EMR refuses it, and whoever is in a hurry then turns the encryption off.",
	Fix: checks.Fix{
		Terraform:      `Set "CertificateProviderType" and "S3Object" in "TLSCertificateConfiguration" of "InTransitEncryptionConfiguration".`,
		CloudFormation: `Set "CertificateProviderType" and "S3Object" in "TLSCertificateConfiguration" of "InTransitEncryptionConfiguration".`,
		Live:           `Make a new security configuration, and a new cluster that uses it.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "W61",
		Guard:  "EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_emr_security_configuration", Do: withoutCertificates},
}

func withoutCertificates(p *checks.Pass, r *model.Resource) {
	encryption := view.Structure(r.At("configuration")).At("EncryptionConfiguration")
	provider := encryption.At("InTransitEncryptionConfiguration.TLSCertificateConfiguration.CertificateProviderType")
	p.Forbid(min(encryption.At("EnableInTransitEncryption").IsTrue(), provider.IsEmpty()), provider, "CertificateProviderType is %v", checks.Said(provider))
}
