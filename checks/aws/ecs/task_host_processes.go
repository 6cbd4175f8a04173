package ecs

import "github.com/lintel-iac/lintel/checks"

var TaskHostProcesses = &checks.Check{
	Title:    "Task sees the processes of its host",
	Severity: checks.High,
	Why:      "Whoever breaks into it can read the memory and the secrets of all other tasks there, and end them.",
	Fix: checks.Fix{
		Terraform:      `Leave out pid_mode = "host"; "task" lets the containers of one task see each other.`,
		CloudFormation: `Leave out "PidMode: host"; "task" lets the containers of one task see each other.`,
		Live:           "Register a revision without it.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_335",
		Prowler: "ecs_task_definitions_host_namespace_not_shared",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_ecs_task_definition", Path: "pid_mode", Of: []string{"host"}},
}
