package iam

import "github.com/lintel-iac/lintel/checks"

var AdministratorAccessAttached = &checks.Check{
	Title:    "AdministratorAccess is attached to an identity",
	Severity: checks.High,
	Why:      "Whoever gets hold of the identity owns the account.",
	Fix: checks.Fix{
		Terraform:      `Attach a policy that lists what is needed.`,
		CloudFormation: `Attach a policy that lists what is needed.`,
		Live:           `Attach a policy that lists what is needed, then detach AdministratorAccess.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_274 CKV_AWS_275",
		CfnNag:  "W43",
		Guard:   "IAM_ROLE_ADMINISTRATOR_ACCESS_POLICY_RULE",
		Prowler: "iam_aws_attached_policy_no_administrative_privileges iam_user_administrator_access_policy",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
		"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html",
	},
	Since: "0.1",
	Rule:  forbidManaged{Names: "AdministratorAccess"},
}
