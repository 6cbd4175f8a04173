package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ContainerUnlogged = &checks.Check{
	Title:    "Container of a task has no log",
	Severity: checks.Medium,
	Why:      "What it writes is gone with it: nobody can say later what happened.",
	Fix: checks.Fix{
		Terraform:      `Add "logConfiguration" to the container.`,
		CloudFormation: `Add "LogConfiguration" to the container.`,
		Live:           `Register a revision with it.`,
	},
	Aliases:    checks.Aliases{Prowler: "ecs_task_definitions_logging_enabled"},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ecs_task_definition", Do: unlogged},
}

func unlogged(p *checks.Pass, r *model.Resource) {
	for container := range containers(r).Elements() {
		v := container.At("logConfiguration")
		p.Forbid(v.IsEmpty(), v, "logConfiguration is %v", checks.Said(v))
	}
}
