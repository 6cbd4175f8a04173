package ecs

import "github.com/lintel-iac/lintel/checks"

var ContainerRootWritable = &checks.Check{
	Title:    "Container of a task can change its own files",
	Severity: checks.Low,
	Why:      "Whoever breaks into it can plant programs that stay, and change those that are there.",
	Fix: checks.Fix{
		Terraform:      `Set "readonlyRootFilesystem = true" for the container, and mount volumes for what is written.`,
		CloudFormation: `Set "ReadonlyRootFilesystem: true", and mount volumes for what is written.`,
		Live:           "Register a revision with it.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_336",
		Prowler: "ecs_task_definitions_containers_readonly_access",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_ecs_task_definition", In: "container_definitions", Path: "readonlyRootFilesystem",
		When: []checks.Condition{{Path: "container_definitions"}},
	},
}
