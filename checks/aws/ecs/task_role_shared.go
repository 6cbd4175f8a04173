package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var TaskRoleShared = &checks.Check{
	Title:    "Containers of a task have the role that starts them",
	Severity: checks.Low,
	Why:      "Programs in them can fetch images and read the secrets of the task, which only ECS itself needs.",
	Fix: checks.Fix{
		Terraform:      `Make two roles, one as "task_role_arn" and one as "execution_role_arn".`,
		CloudFormation: `Make two roles, one as "TaskRoleArn" and one as "ExecutionRoleArn".`,
		Live:           "Register a revision with two roles.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_249",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ecs_task_definition", Do: sharedRole},
}

func sharedRole(p *checks.Pass, r *model.Resource) {
	task, execution := r.At("task_role_arn"), r.At("execution_role_arn")
	p.Forbid(same(task, execution), task, "%s and %s are the same", task.Origin.Name, execution.Origin.Name)
}

// same asks whether two roles are one. Two that are not known, and not by the same
// expression, are taken for two.
func same(task, execution model.Value) model.Truth {
	if task.IsEmpty() == model.Yes || execution.IsEmpty() == model.Yes {
		return model.No
	}
	return model.Is(model.Same(task, execution))
}
