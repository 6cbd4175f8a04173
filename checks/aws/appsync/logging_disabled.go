// Package appsync holds the checks of AppSync.
package appsync

import "github.com/lintel-iac/lintel/checks"

var LoggingDisabled = &checks.Check{
	Title:    "GraphQL API does not log",
	Severity: checks.Medium,
	Why:      "After an attack nobody can tell who asked for what.",
	Fix: checks.Fix{
		Terraform:      `Add a block "log_config" with a role.`,
		CloudFormation: `Set "LogConfig" with a role.`,
		Live:           `Run "aws appsync update-graphql-api" with --log-config.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_193",
	},
	References: []string{"https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_appsync_graphql_api", Path: "log_config.cloudwatch_logs_role_arn"},
}
