// Package codecommit holds the checks of CodeCommit.
package codecommit

import "github.com/lintel-iac/lintel/checks"

var ApprovalsFew = &checks.Check{
	Title:    "Approval rule wants fewer than two approvals",
	Severity: checks.Low,
	Why:      "One person alone, or whoever has taken over one account, can merge code.",
	Fix: checks.Fix{
		Terraform:      `Set "NumberOfApprovalsNeeded" to 2 or more in "content".`,
		CloudFormation: `CloudFormation has no such resource: set it by the API, as below.`,
		Live:           `Run "aws codecommit update-approval-rule-template-content".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_257",
	},
	References: []string{"https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAtLeast{Type: "aws_codecommit_approval_rule_template", In: "content", Path: "Statements.NumberOfApprovalsNeeded", Min: 2},
}
