package ecs

import "github.com/lintel-iac/lintel/checks"

var ExecUnlogged = &checks.Check{
	Title:    "Commands run in containers are not logged",
	Severity: checks.Medium,
	Why:      "ECS Exec gives a shell in a container: what was done there nobody can tell.",
	Fix: checks.Fix{
		Terraform:      `Set logging = "OVERRIDE" with a "log_configuration", or leave it at "DEFAULT".`,
		CloudFormation: `Set "Logging: OVERRIDE" with a "LogConfiguration", or leave it at DEFAULT.`,
		Live:           `Run "aws ecs update-cluster" with --configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_223",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_ecs_cluster", Path: "configuration.execute_command_configuration.logging", Of: []string{"NONE"}},
}
