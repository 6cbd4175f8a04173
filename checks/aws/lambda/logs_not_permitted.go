package lambda

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var LogsNotPermitted = &checks.Check{
	Title:    "Lambda function may not write its logs",
	Severity: checks.Low,
	Why:      "What it prints is lost, and with it every trace of a failure or an abuse.",
	Fix: checks.Fix{
		Terraform:      `Attach "AWSLambdaBasicExecutionRole" to the role, or allow "logs:CreateLogStream" and "logs:PutLogEvents".`,
		CloudFormation: `Attach "AWSLambdaBasicExecutionRole" to the role, or allow "logs:CreateLogStream" and "logs:PutLogEvents".`,
		Live:           `Attach "AWSLambdaBasicExecutionRole" to the role.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "W58",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_lambda_function", Do: unloggedFunction},
}

func unloggedFunction(p *checks.Pass, r *model.Resource) {
	named := r.At("role")
	for role := range view.Roles(r, "role") {
		p.Require(writesLogs(role), named, "the role may not write logs")
	}
}

// writesLogs asks whether a role may write logs. A policy that lies elsewhere may allow it,
// and of AWS's those for execution do.
func writesLogs(role *model.Resource) model.Truth {
	found := model.No
	for document := range view.RolePolicies(role) {
		for s := range document.Statements() {
			found = max(found, min(s.GrantsAction("logs:PutLogEvents"), s.GrantsAction("logs:CreateLogStream")))
		}
	}
	for policy := range view.AttachedToRole(role) {
		found = max(found, view.InSomePartition(policy).Satisfies(func(arn string) bool {
			name := view.ManagedName(arn)
			return strings.HasSuffix(name, "ExecutionRole") || name == "AdministratorAccess" || name == "PowerUserAccess" || name == "CloudWatchLogsFullAccess"
		}))
		if policy.Satisfies(func(arn string) bool { return view.ManagedName(arn) == "" }) == model.Yes {
			found = max(found, model.Maybe)
		}
	}
	return found
}
