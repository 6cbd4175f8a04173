package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
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
	Rule:       checks.Func{On: "aws_ecs_task_definition", Do: rootInHostNetwork},
}

func rootInHostNetwork(p *checks.Pass, r *model.Resource) {
	host := r.At("network_mode").IsFold("host")
	for container := range containers(r).Elements() {
		user := container.At("user")
		root := max(user.IsEmpty(), user.Is("root", "0"), user.HasPrefix("root:"), user.HasPrefix("0:"))
		p.Forbid(min(host, root), user, "user is %v in the network of the host", checks.Said(user))
	}
}
