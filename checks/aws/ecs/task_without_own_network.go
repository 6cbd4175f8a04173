package ecs

import "github.com/lintel-iac/lintel/checks"

var TaskWithoutOwnNetwork = &checks.Check{
	Title:    "Task has no network interface of its own",
	Severity: checks.Low,
	Why:      "It has no security group of its own, and is not told from others of its host in flow logs.",
	Fix: checks.Fix{
		Terraform:      `Set network_mode = "awsvpc".`,
		CloudFormation: `Set "NetworkMode: awsvpc".`,
		Live:           "Register a revision with it, and a service with a network configuration.",
	},
	Aliases: checks.Aliases{
		KICS: "027a4b7a-8a59-4938-a04f-ed532512cf45 9f4a9409-9c60-4671-be96-9716dbf63db1",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_ecs_task_definition", Path: "network_mode", Of: []string{"awsvpc"}},
}
