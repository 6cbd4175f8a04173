package ecs

import "github.com/lintel-iac/lintel/checks"

var ServicePublicAddress = &checks.Check{
	Title:    "Tasks of an ECS service get public addresses",
	Severity: checks.Medium,
	Why: "They can be reached from the internet as soon as one security group lets them be, with nothing in " +
		"front of them.",
	Fix: checks.Fix{
		Terraform:      `Set "assign_public_ip = false", and put a load balancer in front or a NAT gateway behind.`,
		CloudFormation: `Set "AssignPublicIp: DISABLED", and put a load balancer in front or a NAT gateway behind.`,
		Live:           `Run "aws ecs update-service" with --network-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_333",
		Prowler: "ecs_service_no_assign_public_ip",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_ecs_service aws_ecs_task_set", Path: "network_configuration.assign_public_ip", Of: []string{"true", "ENABLED"}},
}
