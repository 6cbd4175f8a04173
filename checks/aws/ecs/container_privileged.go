package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

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
	Rule:       checks.Func{On: "aws_ecs_task_definition", Do: privileged},
}

func privileged(p *checks.Pass, r *model.Resource) {
	for container := range containers(r).Elements() {
		v := container.At("privileged")
		p.Forbid(v.IsTrue(), v, "%s is %v", v.Origin.Leaf(), checks.Said(v))
	}
}
