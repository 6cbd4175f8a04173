package appsync

import "github.com/lintel-iac/lintel/checks"

var FieldLoggingDisabled = &checks.Check{
	Title:    "GraphQL API does not log its fields",
	Severity: checks.Low,
	Why:      "Which field of a request failed, or was asked for over and over, nobody can tell.",
	Fix: checks.Fix{
		Terraform:      `Set field_log_level = "ERROR", or "ALL".`,
		CloudFormation: `Set "FieldLogLevel: ERROR", or ALL.`,
		Live:           `Run "aws appsync update-graphql-api" with --log-config.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_194",
		Prowler: "appsync_field_level_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_appsync_graphql_api", Path: "log_config.field_log_level", NoneOf: []string{"NONE"}},
}
