package apigateway

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ExecutionLogsDisabled = &checks.Check{
	Title:    "Stage of a REST API does not log what happens to requests",
	Severity: checks.Low,
	Why:      "When a method fails or is abused, nobody can tell which step of it did what.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_api_gateway_method_settings" with logging_level = "ERROR", or "INFO".`,
		CloudFormation: `Set "LoggingLevel: ERROR", or INFO, in "MethodSettings".`,
		Live:           "Choose a log level in the settings of the stage.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_4",
		KICS:    "982aa526-6970-4c59-8b9b-2ce7e019fe36 1b6799eb-4a7a-4b04-9001-8cceb9999326",
		Guard:   "API_GW_EXECUTION_LOGGING_ENABLED",
		Prowler: "apigateway_restapi_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"},
	Since:      "0.1",
	Rule:       executionLogs{},
}

// executionLogs wants a stage to log what its methods do.
type executionLogs struct{}

var logLevel = checks.RequireAny{
	Type: "aws_api_gateway_stage", Companion: "aws_api_gateway_method_settings", Path: "method_settings.settings.logging_level",
	Of: []string{"ERROR", "INFO"},
}

func (executionLogs) Types() string { return logLevel.Types() }

// Judge leaves it open where no level is set, and yet the group is declared to which
// execution logs go: nobody makes one but for logs that are switched on somewhere else.
func (executionLogs) Judge(p *checks.Pass, r *model.Resource) {
	settings := r.At("method_settings")
	if r.Type == "aws_api_gateway_stage" && settings.State == model.Absent && hasLogGroup(p.Scope) {
		elsewhere := model.Undecided("the log group of its execution logs is declared, and their level somewhere else", settings.Origin)
		p.Forbid(model.Maybe, elsewhere, "no log level is set here")
		return
	}
	logLevel.Judge(p, r)
}

// hasLogGroup tells whether a scope declares a log group that has, or may have, the name
// which API Gateway gives to those of execution logs.
func hasLogGroup(scope *model.Scope) bool {
	return model.Once(scope, logGroupKey{}, func() bool {
		return slices.ContainsFunc(scope.OfType("aws_cloudwatch_log_group"), func(group *model.Resource) bool {
			return group.At("name").HasPrefix("API-Gateway-Execution-Logs_") != model.No
		})
	})
}

// logGroupKey is the key under which a scope keeps whether it has such a group.
type logGroupKey struct{}
