package eventbridge

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BusPolicyPublic = &checks.Check{
	Title:    "Event bus is open to everyone by its policy",
	Severity: checks.High,
	Why:      "Anyone with an AWS account can send events to it, and set off whatever its rules do.",
	Fix: checks.Fix{
		Terraform:      `Name the accounts, or the organization, in the principal or a condition.`,
		CloudFormation: `Name the accounts, or the organization, in the principal or a condition.`,
		Live:           `Run "aws events put-permission" with a policy that names the accounts.`,
	},
	Aliases: checks.Aliases{Prowler: "eventbridge_bus_exposed"},
	References: []string{
		"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
		"https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html",
	},
	Since: "0.1",
	Rule: checks.Every{
		checks.ForbidPublicPolicy{Type: "aws_cloudwatch_event_bus", Companion: "aws_cloudwatch_event_bus_policy", Path: "policy.policy"},
		checks.Func{On: "aws_cloudwatch_event_permission", Do: permitsEveryone},
	},
}

// permitsEveryone judges a permission: its one condition can only name an organization.
func permitsEveryone(p *checks.Pass, r *model.Resource) {
	principal := r.At("principal")
	if principal.State == model.Absent {
		return // a template gives the whole statement instead
	}
	p.Forbid(min(principal.Is("*"), model.Not(r.At("condition").IsSet())), principal, "everyone is allowed events:PutEvents")
}
