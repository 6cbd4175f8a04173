package cloudwatch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var LogGroupNeverExpires = &checks.Check{
	Title:    "Log group keeps its events for ever",
	Severity: checks.Low,
	Why:      "What nobody decided to keep piles up: it costs, and personal data stay longer than they may.",
	Fix: checks.Fix{
		Terraform:      `Set "retention_in_days".`,
		CloudFormation: `Set "RetentionInDays".`,
		Live:           `Run "aws logs put-retention-policy".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_66",
		KICS:    "ef0b316a-211e-42f1-888e-64efe172b755",
		CfnNag:  "W86",
		Guard:   "CW_LOGGROUP_RETENTION_PERIOD_CHECK",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudwatch_log_group", Do: expires},
}

// longest is the largest number of days that CloudWatch Logs takes: ten years.
const longest = 3653

func expires(p *checks.Pass, r *model.Resource) {
	days := r.At("retention_in_days")
	p.Require(min(days.AtLeast(1), days.AtMost(longest)), days, "%s is %v", days.Origin.Name, checks.Said(days))
}
