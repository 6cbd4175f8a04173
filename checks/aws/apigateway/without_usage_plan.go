package apigateway

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var WithoutUsagePlan = &checks.Check{
	Title:    "Stage of a REST API is in no usage plan",
	Severity: checks.Low,
	Why:      "No caller has a quota: one of them can use up what all share.",
	Fix: checks.Fix{
		Terraform:      `Name the stage in "api_stages" of an "aws_api_gateway_usage_plan".`,
		CloudFormation: `Name the stage in "ApiStages" of an "AWS::ApiGateway::UsagePlan".`,
		Live:           "Add the stage to a usage plan.",
	},
	Aliases: checks.Aliases{
		KICS: "783860a3-6dca-4c8b-81d0-7b62769ccbca b3a59b8e-94a3-403e-b6e2-527abaf12034 " +
			"7f8f1b60-43df-4c28-aa21-fb836dbd8071 c999cf62-0920-40f8-8dda-0caccd66ed7e",
		CfnNag: "W68 W64",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.Func{On: "aws_api_gateway_stage", Do: stagedWithoutPlan},
		checks.Func{On: "aws_api_gateway_deployment", Do: deployedWithoutPlan},
	},
}

func stagedWithoutPlan(p *checks.Pass, r *model.Resource) {
	plan := r.At("usage_plan")
	named := model.Not(plan.IsEmpty())
	if named == model.No {
		named = min(model.Maybe, planned(r))
	}
	p.Require(named, plan, "no usage plan for the stage is declared")
	for ref := range r.RefsAt("deployment_id") {
		if deployment := p.Scope.Resource(ref.To); deployment != nil {
			p.Beside(deployment)
		}
	}
}

// otherAPI tells whether two ids are those of different APIs: of ones that are written,
// or declared.
func otherAPI(a, b model.Value) bool {
	if a.State == model.Unknown && b.State == model.Unknown {
		return a.Why.Key != b.Why.Key && ofDeclaredAPI(a.Why.Key) && ofDeclaredAPI(b.Why.Key)
	}
	return a.State != model.Absent && b.State != model.Absent && model.Links(a, b) == model.No
}

// ofDeclaredAPI tells whether what an unknown value depends on is the id of an API.
func ofDeclaredAPI(key string) bool {
	return strings.Contains(key, "aws_api_gateway_rest_api.") && strings.HasSuffix(key, ".id")
}

// deployedWithoutPlan judges the stage that a deployment makes by naming it, as up to
// version 5 of the provider.
func deployedWithoutPlan(p *checks.Pass, r *model.Resource) {
	if stage := r.At("stage_name"); stage.State != model.Absent {
		p.Require(max(model.Not(stage.IsSet()), planned(r)), stage, "no usage plan for the stage is declared")
	}
}

// planned asks whether a usage plan names the stage, or the one that a deployment makes.
// A reference to another stage of the scope does not.
func planned(r *model.Resource) model.Truth {
	found := model.No
	for _, plan := range r.Scope.OfType("aws_api_gateway_usage_plan") {
		if slices.ContainsFunc(plan.Refs, func(ref model.Ref) bool { return isStage(r.Scope.Resource(ref.To)) }) {
			continue
		}
		for stage := range plan.Each("api_stages") {
			if api := stage.At("api_id"); !otherAPI(api, r.At("rest_api_id")) {
				found = max(found, min(model.Links(api, r.At("rest_api_id")), model.Links(stage.At("stage"), r.At("stage_name"))))
			}
		}
	}
	return found
}

func isStage(r *model.Resource) bool { return r != nil && r.Type == "aws_api_gateway_stage" }
