package ecs

import "github.com/lintel-iac/lintel/checks"

var ServiceRolePrivileged = &checks.Check{
	Title:    "ECS service has a role that may do everything",
	Severity: checks.High,
	Why:      "ECS needs the role to register tasks with a load balancer; whoever can pass it on owns the account.",
	Fix: checks.Fix{
		Terraform:      "Give the role a policy that lists what is needed.",
		CloudFormation: "Give the role a policy that lists what is needed.",
		Live:           "Attach a policy that lists what is needed to the role, then detach the broad one.",
	},
	Aliases: checks.Aliases{
		KICS: "01986452-bdd8-4aaa-b5df-d6bf61d616ff 3206240f-2e87-4e58-8d24-3e19e7c83d7c",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-bestpractices.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAdministrator{Type: "aws_ecs_service", Path: "iam_role"},
}
