package ecs

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var TaskHostNetworkRoot = &checks.Check{
	Title:    "Task runs as root in the network of its host",
	Severity: checks.High,
	Why: "It can use every port and see all traffic of the host, and ask its metadata service for the " +
		"credentials of the instance.",
	Fix: checks.Fix{
		Terraform:      `Set network_mode = "awsvpc", or a "user" other than root for each container.`,
		CloudFormation: `Set "NetworkMode: awsvpc", or a "User" other than root for each container.`,
		Live:           "Register a revision with another network mode.",
	},
	Aliases: checks.Aliases{
		Guard:   "ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK",
		Prowler: "ecs_task_definitions_host_networking_mode_users",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireSet{
			Type: "aws_ecs_task_definition", In: "container_definitions", Path: "user",
			When: []checks.Condition{{Path: "container_definitions"}, {Path: "network_mode", Of: []string{"host"}}},
		},
		checks.ForbidText{
			Type: "aws_ecs_task_definition", In: "container_definitions", Path: "user", Is: isRoot,
			When: []checks.Condition{{Path: "network_mode", Of: []string{"host"}}},
		},
	},
}

// isRoot reads USER[:GROUP].
func isRoot(user string) bool {
	name, _, _ := strings.Cut(user, ":")
	return name == "root" || name == "0"
}
