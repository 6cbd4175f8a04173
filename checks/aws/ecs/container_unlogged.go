package ecs

import "github.com/lintel-iac/lintel/checks"

var ContainerUnlogged = &checks.Check{
	Title:    "Container of a task has no log",
	Severity: checks.Medium,
	Why:      "What it writes is gone with it: nobody can say later what happened.",
	Fix: checks.Fix{
		Terraform:      `Add "logConfiguration" to the container.`,
		CloudFormation: `Add "LogConfiguration" to the container.`,
		Live:           `Register a revision with it.`,
	},
	Aliases: checks.Aliases{
		Prowler: "ecs_task_definitions_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"},
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_ecs_task_definition", In: "container_definitions", Path: "logConfiguration",
		When: []checks.Condition{{Path: "container_definitions"}},
	},
}
