package ecs

import "github.com/lintel-iac/lintel/checks"

var ContainerPrivileged = &checks.Check{
	Title:    "Container of a task is privileged",
	Severity: checks.High,
	Why:      "Whoever breaks into it has root on the host, and all other tasks there.",
	Fix: checks.Fix{
		Terraform:      `Leave out "privileged", and add the capabilities that are needed in "linuxParameters".`,
		CloudFormation: `Leave out "Privileged", and add the capabilities that are needed in "LinuxParameters".`,
		Live:           "Register a revision without it.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_334",
		Prowler: "ecs_task_definitions_no_privileged_containers",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_ecs_task_definition", In: "container_definitions", Path: "privileged", Of: []string{"true"}},
}
