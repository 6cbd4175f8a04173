package ecs

import "github.com/lintel-iac/lintel/checks"

var TaskWithoutRole = &checks.Check{
	Title:    "Task has no role",
	Severity: checks.Low,
	Why:      "Programs in it that call AWS will be given long-lived keys, or use the role of the host.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_iam_role" as "task_role_arn".`,
		CloudFormation: `Name a role as "TaskRoleArn".`,
		Live:           "Register a revision with a role.",
	},
	Aliases: checks.Aliases{
		KICS: "7f384a5f-b5a2-4d84-8ca3-ee0a5247becb",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_ecs_task_definition", Path: "task_role_arn"},
}
