// Package backup holds the checks of AWS Backup.
package backup

import "github.com/lintel-iac/lintel/checks"

var VaultPolicyPublic = &checks.Check{
	Title:    "Backup vault can be used by anyone",
	Severity: checks.Critical,
	Why: "Anyone with an AWS account can do with the vault what its policy allows, such as copy backups away " +
		"or delete them.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	References: []string{"https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html"},
	Since:      "0.1",
	Rule:       checks.ForbidPublicPolicy{Type: "aws_backup_vault", Companion: "aws_backup_vault_policy", Path: "policy.policy"},
}
