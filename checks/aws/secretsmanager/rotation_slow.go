package secretsmanager

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RotationSlow = &checks.Check{
	Title:    "Secret is rotated less often than every 90 days",
	Severity: checks.Low,
	Why:      "What leaked stays good for months.",
	Fix: checks.Fix{
		Terraform:      `Set "automatically_after_days" to 90 or less, or a "schedule_expression" as short.`,
		CloudFormation: `Set "AutomaticallyAfterDays" to 90 or less, or a "ScheduleExpression" as short.`,
		Live:           `Run "aws secretsmanager rotate-secret" with AutomaticallyAfterDays of 90 or less.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_304",
		Prowler: "secretsmanager_secret_rotated_periodically",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html",
		"https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_secretsmanager_secret_rotation", Do: rotationPeriod},
}

func rotationPeriod(p *checks.Pass, r *model.Resource) {
	days, schedule := r.At("rotation_rules.automatically_after_days"), r.At("rotation_rules.schedule_expression")
	p.Forbid(min(days.IsSet(), model.Not(days.AtMost(90))), days, "%s is %v", days.Origin.Name, checks.Said(days))
	p.Forbid(schedule.Satisfies(slow), schedule, "%s is %v", schedule.Origin.Name, checks.Said(schedule))
}

// slow reads "rate(120 days)". A cron expression comes round once a month at the
// latest, if it names no month.
func slow(schedule string) bool {
	rate, ok := strings.CutPrefix(schedule, "rate(")
	number, unit, _ := strings.Cut(strings.TrimSuffix(rate, ")"), " ")
	n, err := strconv.Atoi(number)
	return ok && err == nil && strings.HasPrefix(unit, "day") && n > 90
}
