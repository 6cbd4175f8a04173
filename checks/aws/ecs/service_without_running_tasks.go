package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ServiceWithoutRunningTasks = &checks.Check{
	Title:    "ECS service runs no tasks",
	Severity: checks.Low,
	Why:      "It is kept and looked after, but serves nobody.",
	Fix: checks.Fix{
		Terraform:      `Set "desired_count" to 1 or more, or remove the service.`,
		CloudFormation: `Set "DesiredCount" to 1 or more, or remove the service.`,
		Live:           `Run "aws ecs update-service" with --desired-count, or delete the service.`,
	},
	Aliases: checks.Aliases{
		KICS: "79d745f0-d5f3-46db-9504-bef73e9fd528 91f16d09-689e-4926-aca7-155157f634ed",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ecs_service", Do: noTasks},
}

// noTasks leaves out services that run a task on every instance, which have no
// such number.
func noTasks(p *checks.Pass, r *model.Resource) {
	count := r.At("desired_count")
	daemon := r.At("scheduling_strategy").IsFold("DAEMON")
	p.Forbid(min(model.Not(daemon), count.AtMost(0)), count, "%s is %v", count.Origin.Name, checks.Said(count))
}
