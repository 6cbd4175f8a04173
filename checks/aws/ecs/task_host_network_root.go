package ecs

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
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
	Rule:       checks.Func{On: "aws_ecs_task_definition", Do: rootOnHost},
}

// rootOnHost leaves privileged containers, which have more than the network of the host, to ContainerPrivileged.
func rootOnHost(p *checks.Pass, r *model.Resource) {
	host := r.At("network_mode").IsFold("host")
	definitions := r.At("container_definitions")
	if definitions.State == model.Absent {
		return
	}
	for container := range view.Structure(definitions).Elements() {
		user := container.At("user")
		root := max(user.IsEmpty(), user.Satisfies(isRoot))
		p.Forbid(min(host, root, model.Not(container.At("privileged").IsTrue())), user, "%s is %v", user.Origin.Leaf(), checks.Said(user))
	}
}

// isRoot reads USER[:GROUP].
func isRoot(user string) bool {
	name, _, _ := strings.Cut(user, ":")
	return name == "root" || name == "0"
}
