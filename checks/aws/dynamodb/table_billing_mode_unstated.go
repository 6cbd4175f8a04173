package dynamodb

import "github.com/lintel-iac/lintel/checks"

var TableBillingModeUnstated = &checks.Check{
	Title:    "DynamoDB table does not say how its capacity is paid for",
	Severity: checks.Low,
	Why: "Unless it says so, a table has a fixed capacity: it throttles when that is used up, and is paid for " +
		"when it is not.",
	Fix: checks.Fix{
		Terraform:      `Set "billing_mode" to PAY_PER_REQUEST or PROVISIONED.`,
		CloudFormation: `Set "BillingMode" to PAY_PER_REQUEST or PROVISIONED.`,
		Live:           `Run "aws dynamodb update-table" with --billing-mode.`,
	},
	Aliases: checks.Aliases{
		KICS:   "c333e906-8d8b-4275-b999-78b6318f8dc6",
		CfnNag: "W73",
		Guard:  "DYNAMODB_BILLING_MODE_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_dynamodb_table", Path: "billing_mode", Of: []string{"PAY_PER_REQUEST", "PROVISIONED"}},
}
