package ecs

import "github.com/lintel-iac/lintel/checks"

var ServiceWithoutLoadBalancer = &checks.Check{
	Title:    "ECS service has no load balancer",
	Severity: checks.Low,
	Why:      "Its callers have to know single tasks, and lose their connection with each that is replaced.",
	Fix: checks.Fix{
		Terraform:      `Add the block "load_balancer".`,
		CloudFormation: `Add "LoadBalancers".`,
		Live:           `Run "aws ecs create-service" with --load-balancers.`,
	},
	Aliases: checks.Aliases{
		KICS: "fb2b0ecf-1492-491a-a70d-ba1df579175d",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_ecs_service", Path: "load_balancer"},
}
