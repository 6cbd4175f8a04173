// Package glacier holds the checks of S3 Glacier.
package glacier

import "github.com/lintel-iac/lintel/checks"

var VaultPolicyPublic = &checks.Check{
	Title:    "Glacier vault is open to everyone by its policy",
	Severity: checks.Critical,
	Why:      "Anyone with an AWS account can do with the archives what the policy allows.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals.`,
		CloudFormation: `CloudFormation has no such resource: set the policy by the API, as below.`,
		Live:           `Run "aws glacier set-vault-access-policy" with a policy that names its principals.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_167",
		Prowler: "glacier_vaults_policy_public_access",
	},
	References: []string{"https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html"},
	Since:      "0.1",
	Rule:       checks.ForbidPublicPolicy{Type: "aws_glacier_vault", Path: "access_policy"},
}
