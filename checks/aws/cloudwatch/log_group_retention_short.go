package cloudwatch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var LogGroupRetentionShort = &checks.Check{
	Title:    "Log group keeps its events for less than a year",
	Severity: checks.Low,
	Why:      "Intrusions are often found after months: what happened cannot be told when the events are gone.",
	Fix: checks.Fix{
		Terraform:      `Set "retention_in_days" to 365 or more, or to 0, which keeps them for ever.`,
		CloudFormation: `Set "RetentionInDays" to 365 or more, or leave it out.`,
		Live:           `Run "aws logs put-retention-policy" with 365 days or more.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_338",
		Prowler: "cloudwatch_log_group_retention_policy_specific_days_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudwatch_log_group", Do: retention},
}

// retention takes 0 for what it is: for ever.
func retention(p *checks.Pass, r *model.Resource) {
	days := r.At("retention_in_days")
	p.Require(max(days.AtLeast(365), days.AtMost(0)), days, "%s is %v", days.Origin.Name, checks.Said(days))
}
