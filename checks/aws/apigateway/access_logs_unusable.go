package apigateway

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AccessLogsUnusable = &checks.Check{
	Title:    "Access log settings of an API's stage are ones that API Gateway refuses",
	Severity: checks.Low,
	Why:      "A format has to name the request, and a destination is an ARN. Otherwise nothing is deployed, or nothing logged.",
	Fix: checks.Fix{
		Terraform:      `Write "$context.requestId" into the "format", and set "destination_arn" to the ARN of a log group or delivery stream.`,
		CloudFormation: `Write "$context.requestId" into the "Format", and set "DestinationArn" to the ARN of a log group or delivery stream.`,
		Live:           "Write $context.requestId into the format of the stage's access logs.",
	},
	Aliases: checks.Aliases{Guard: "API_GWV2_ACCESS_LOGS_ENABLED"},
	References: []string{
		"https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-access-logging.html",
		"https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_api_gateway_stage aws_apigatewayv2_stage", Do: unusableLogs},
}

func unusableLogs(p *checks.Pass, r *model.Resource) {
	destination := r.At("access_log_settings.destination_arn")
	if destination.State == model.Absent {
		return // that nothing is logged is AccessLogsDisabled
	}
	p.Require(destination.HasPrefix("arn:"), destination, "%s is %v", destination.Origin.Name, checks.Said(destination))
	format := r.At("access_log_settings.format")
	p.Require(format.Satisfies(namesRequest), format, "%s is %v", format.Origin.Name, checks.Said(format))
}

func namesRequest(format string) bool {
	return strings.Contains(format, "$context.requestId") || strings.Contains(format, "$context.extendedRequestId")
}
