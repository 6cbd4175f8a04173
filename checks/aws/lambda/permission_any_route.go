package lambda

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PermissionAnyRoute = &checks.Check{
	Title:    "Lambda function can be called by every route of an API",
	Severity: checks.Low,
	Why:      "A route that is added later, or by mistake without authorization, reaches the function at once.",
	Fix: checks.Fix{
		Terraform:      `End "source_arn" in the stage, method and path: "…/live/POST/orders".`,
		CloudFormation: `End "SourceArn" in the stage, method and path: "…/live/POST/orders".`,
		Live:           `Run "aws lambda add-permission" with the stage, method and path in --source-arn.`,
	},
	Aliases: checks.Aliases{
		KICS: "57b12981-3816-4c31-b190-a1e614361dd2 3ef8696c-e4ae-4872-92c7-520bb44dfe77",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_lambda_permission", Do: anyRoute},
}

func anyRoute(p *checks.Pass, r *model.Resource) {
	source := r.At("source_arn")
	every := source.Satisfies(func(arn string) bool { return everyRoute(arn) == model.Yes })
	if source.State == model.Unknown && len(source.Why.Alternatives) == 0 {
		every = everyRoute(view.Pieced(source))
	}
	p.Forbid(min(r.At("principal").Is("apigateway.amazonaws.com"), every), source, "%s is %v", source.Origin.Name, checks.Outlined(source))
}

// everyRoute asks whether an ARN, of which something may be left open, is that of all
// methods and paths of an API, or of one of its stages: "…:API/STAGE/METHOD/PATH", where
// the last star stands for all that would follow.
func everyRoute(arn string) model.Truth {
	if strings.HasSuffix(arn, "/*/*") || strings.HasSuffix(arn, "/*/*/*") {
		return model.Yes
	}
	colon := strings.LastIndexByte(arn, ':')
	parts := strings.Split(arn[colon+1:], "/")
	switch last := parts[len(parts)-1]; {
	case last == view.Hole, last == "*" && colon < 0:
		return model.Maybe
	default:
		return model.Is(last == "*" && len(parts) <= 3)
	}
}
