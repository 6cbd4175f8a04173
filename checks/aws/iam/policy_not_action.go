package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PolicyNotAction = &checks.Check{
	Title:    "IAM policy allows all but a few actions",
	Severity: checks.Medium,
	Why: "It allows what nobody thought of, and all that AWS adds later. Deny with NotAction is meant for that " +
		"list, Allow is not.",
	Fix: checks.Fix{
		Terraform:      `List the actions that are needed in "Action", or turn the statement into a Deny.`,
		CloudFormation: `List the actions that are needed in "Action", or turn the statement into a Deny.`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "W15 W16 W17",
		Guard:  "IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_ACTION",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
	},
	Since: "0.1",
	Rule:  forbidAction{Is: excepted, Says: "everything but %v is allowed"},
}

func excepted(_ *view.Statement, e view.Element) model.Truth { return model.Is(e.Except()) }
