package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PolicyServiceWildcard = &checks.Check{
	Title:    "IAM policy allows all actions of a service",
	Severity: checks.Low,
	Why: "Most services have actions that delete, publish or hand on access, and these are seldom meant. " +
		"Actions that AWS adds later are allowed from their first day.",
	Fix: checks.Fix{
		Terraform:      `List the actions that are needed, such as "s3:GetObject".`,
		CloudFormation: `List the actions that are needed, such as "s3:GetObject".`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Trivy:   "AVD-AWS-0057 AVD-AWS-0114 AVD-AWS-0120 AVD-AWS-0345",
		CfnNag:  "F3 F4 F5",
		Guard:   "IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS",
		Prowler: "iam_policy_no_full_access_to_kms iam_policy_no_full_access_to_cloudtrail iam_inline_policy_no_full_access_to_kms",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
	},
	Since: "0.1",
	Rule:  forbidAction{Is: wholeService, Says: "%v is allowed"},
}

func wholeService(_ *view.Statement, e view.Element) model.Truth { return e.Service() }
