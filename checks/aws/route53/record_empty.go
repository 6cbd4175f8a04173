package route53

import "github.com/lintel-iac/lintel/checks"

var RecordEmpty = &checks.Check{
	Title:    "Record names nothing",
	Severity: checks.Low,
	Why:      "A name without an answer serves nobody, and a delegation without servers may be taken over.",
	Fix: checks.Fix{
		Terraform:      `Give the record "records", or a block "alias".`,
		CloudFormation: `Give the record "ResourceRecords", or an "AliasTarget".`,
		Live:           "Change the record so that it names something, or delete it.",
	},
	Aliases: checks.Aliases{
		KICS: "25db74bf-fa3b-44da-934e-8c3e005c0453",
	},
	References: []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values.html"},
	Since:      "0.1",
	Rule:       checks.RequireOne{Type: "aws_route53_record", Of: []checks.Condition{{Path: "records"}, {Path: "alias"}}},
}
