package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PolicyFullIAM = &checks.Check{
	Title:    "IAM policy allows everything in IAM",
	Severity: checks.High,
	Why:      "Whoever may change policies can give himself every other right.",
	Fix: checks.Fix{
		Terraform:      `List the actions that are needed in "Action".`,
		CloudFormation: `List the actions that are needed in "Action".`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_40",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"},
	Since:      "0.1",
	Rule:       forbidAction{Is: fullIAM, Says: "%v is allowed"},
}

func fullIAM(_ *view.Statement, e view.Element) model.Truth {
	return min(e.Value.IsFold("iam:*"), model.Is(!e.Except()))
}
