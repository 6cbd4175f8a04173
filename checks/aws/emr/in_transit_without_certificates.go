package emr

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var InTransitWithoutCertificates = &checks.Check{
	Title:    "EMR security configuration encrypts data in transit without saying who provides the certificates",
	Severity: checks.Medium,
	Why:      "Without certificates the nodes of a cluster cannot encrypt what they tell each other; EMR refuses such a configuration.",
	Fix: checks.Fix{
		Terraform:      `Set "CertificateProviderType" and "S3Object" in "InTransitEncryptionConfiguration.TLSCertificateConfiguration".`,
		CloudFormation: `Set "CertificateProviderType" and "S3Object" in "InTransitEncryptionConfiguration.TLSCertificateConfiguration".`,
		Live:           `Make a new security configuration with certificates, and a new cluster that uses it.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "W61",
		Guard:  "EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_emr_security_configuration", Do: certificates},
}

func certificates(p *checks.Pass, r *model.Resource) {
	encryption := view.Structure(r.At("configuration")).At("EncryptionConfiguration")
	provider := encryption.At("InTransitEncryptionConfiguration.TLSCertificateConfiguration.CertificateProviderType")
	fault := min(encryption.At("EnableInTransitEncryption").IsTrue(), provider.IsEmpty())
	p.Forbid(fault, provider, "CertificateProviderType is %v", checks.Said(provider))
}
