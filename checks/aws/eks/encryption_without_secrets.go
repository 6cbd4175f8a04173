package eks

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var EncryptionWithoutSecrets = &checks.Check{
	Title:    "Encryption of an EKS cluster does not cover its secrets",
	Severity: checks.Medium,
	Why:      "Secrets are all that EKS encrypts with a key of the account. Naming something else encrypts nothing.",
	Fix: checks.Fix{
		Terraform:      `Set resources = ["secrets"] in "encryption_config".`,
		CloudFormation: `Set "Resources: [secrets]" in "EncryptionConfig".`,
		Live:           `Run "aws eks associate-encryption-config" with the resource secrets.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_58",
		KICS:    "63ebcb19-2739-4d3f-aa5c-e8bbb9b85281",
		Trivy:   "AVD-AWS-0039",
	},
	References: []string{"https://docs.aws.amazon.com/eks/latest/APIReference/API_EncryptionConfig.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_eks_cluster", Do: coversSecrets},
}

// coversSecrets lets pass what names nothing, for secrets are all that there is.
func coversSecrets(p *checks.Pass, r *model.Resource) {
	for config := range r.Each("encryption_config") {
		resources := config.At("resources")
		p.Forbid(min(resources.IsSet(), model.Not(resources.Contains("secrets"))), resources, "%s lacks secrets", resources.Origin.Name)
	}
}
