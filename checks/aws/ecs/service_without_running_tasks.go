package ecs

import "github.com/lintel-iac/lintel/checks"

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
	Rule: checks.RequireAtLeast{
		Type: "aws_ecs_service", Path: "desired_count", Min: 1,
		When: []checks.Condition{{Path: "scheduling_strategy", NoneOf: []string{"DAEMON"}}, {Path: "desired_count"}},
	},
}
