package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PolicyFullAdmin = &checks.Check{
	Title:    "IAM policy allows everything on everything",
	Severity: checks.High,
	Why: "Whoever has it, or steals the credentials of one who has, owns the account. No mistake is too big to " +
		"be made with it.",
	Fix: checks.Fix{
		Terraform:      `List the actions that are needed and the resources they are needed on.`,
		CloudFormation: `List the actions that are needed and the resources they are needed on.`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_1 CKV_AWS_62 CKV_AWS_63 CKV_AWS_49 CKV_AWS_111 CKV_AWS_286 CKV_AWS_288 CKV_AWS_289 CKV_AWS_290 " +
			"CKV_AWS_355 CKV_AWS_356 CKV2_AWS_40",
		KICS: "575a2155-6af1-4026-b1af-d5bc8fe2a904 f62aa827-4ade-4dc4-89e4-1433d384a368 2f37c4a3-58b9-4afe-8a87-d7f1d2286f84 " +
			"953b3cdb-ce13-428a-aa12-318726506661 b1ffa705-19a3-4b73-b9d0-0c97d0663842 132a8c31-9837-4203-9fd1-15ca210c7b73",
		Trivy:  "AVD-AWS-0057 AVD-AWS-0114 AVD-AWS-0120",
		CfnNag: "F3 F4 F5 F38 F39 F40 W11 W12 W13",
		Guard: "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS " +
			"IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS " +
			"IAM_POLICY_NO_WILDCARD_RESOURCE_ON_PASSROLE IAM_ROLE_NO_WILDCARD_RESOURCE_ON_PASSROLE",
		Regula: "FG_R00092",
		Prowler: "iam_customer_attached_policy_no_administrative_privileges " +
			"iam_customer_unattached_policy_no_administrative_privileges iam_inline_policy_no_administrative_privileges",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
	},
	Since: "0.1",
	Rule:  forbidAction{Is: fullAdmin, Says: "%v is allowed on all resources"},
}

func fullAdmin(s *view.Statement, e view.Element) model.Truth {
	return min(model.Is(!e.Except()), e.Everything(), s.AllResources())
}
