package cloudwatch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AlarmWithoutAction = &checks.Check{
	Title:    "CloudWatch alarm has no action",
	Severity: checks.Low,
	Why:      "The alarm changes its state, and only those who look hear of it.",
	Fix: checks.Fix{
		Terraform:      `Set "alarm_actions" to an SNS topic or another action.`,
		CloudFormation: `Set "AlarmActions" to an SNS topic or another action.`,
		Live:           `Run "aws cloudwatch put-metric-alarm" with --alarm-actions.`,
	},
	Aliases: checks.Aliases{
		Guard:   "CLOUDWATCH_ALARM_ACTION_CHECK",
		Regula:  "FG_R00240",
		Prowler: "cloudwatch_alarm_actions_alarm_state_configured",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudwatch_metric_alarm aws_cloudwatch_composite_alarm", Do: action},
}

func action(p *checks.Pass, r *model.Resource) {
	actions := r.At("alarm_actions")
	p.Require(hasAction(r), actions, "%s is %v, and there is no other action", actions.Origin.Name, checks.Said(actions))
}

// hasAction tells whether an alarm does anything at all.
func hasAction(r *model.Resource) model.Truth {
	found := model.No
	for _, list := range [...]string{"alarm_actions", "ok_actions", "insufficient_data_actions"} {
		found = max(found, model.Not(r.At(list).IsEmpty()))
	}
	return found
}
