package codecommit

import "github.com/lintel-iac/lintel/checks"

var NoApprovalRule = &checks.Check{
	Title:    "CodeCommit repository has no approval rule",
	Severity: checks.Low,
	Why:      "Whoever may push may merge what nobody else has seen.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_codecommit_approval_rule_template_association".`,
		CloudFormation: `CloudFormation has no such resource: set it by the API, as below.`,
		Live:           `Run "aws codecommit associate-approval-rule-template-with-repository".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_37",
	},
	References: []string{"https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_codecommit_repository", Path: "approval_rule_template_association"},
}
