package ssm

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var DocumentPublic = &checks.Check{
	Title:    "SSM document is shared with everyone",
	Severity: checks.High,
	Why:      "Anyone with an AWS account can read it, and run it there: names of hosts, addresses and habits are in it.",
	Fix: checks.Fix{
		Terraform:      `Name accounts in "account_ids" of "permissions", not "All".`,
		CloudFormation: `CloudFormation shares no documents: use the API, as below.`,
		Live:           `Run "aws ssm modify-document-permission" with --account-ids-to-remove All.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_303",
		Prowler: "ssm_documents_set_as_public",
	},
	References: []string{"https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "aws_ssm_document", Path: "permissions.account_ids", Is: namesAll},
}

// namesAll looks for "all" in a list of accounts.
func namesAll(list string) bool {
	for account := range strings.SplitSeq(list, ",") {
		if strings.EqualFold(strings.TrimSpace(account), "all") {
			return true
		}
	}
	return false
}
