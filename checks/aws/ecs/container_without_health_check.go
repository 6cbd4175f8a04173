package ecs

import "github.com/lintel-iac/lintel/checks"

var ContainerWithoutHealthCheck = &checks.Check{
	Title:    "Container of a task has no health check",
	Severity: checks.Low,
	Why:      "A container whose program hangs stays in service for as long as it runs.",
	Fix: checks.Fix{
		Terraform:      `Add "healthCheck" to the container.`,
		CloudFormation: `Add "HealthCheck" to the container.`,
		Live:           "Register a revision with it.",
	},
	Aliases: checks.Aliases{
		KICS: "d24389b4-b209-4ff0-8345-dc7a4569dcdd",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_ecs_task_definition", In: "container_definitions", Path: "healthCheck",
		When: []checks.Condition{{Path: "container_definitions"}},
	},
}
