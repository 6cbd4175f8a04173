package lambda

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PermissionAnyService = &checks.Check{
	Title:    "Permission of a Lambda function names its source, but not who calls",
	Severity: checks.Medium,
	Why:      "Any service that acts for the source may invoke the function, and should the source be left out one day, everyone may.",
	Fix: checks.Fix{
		Terraform:      `Name the service as "principal": "events.amazonaws.com" for a rule of EventBridge.`,
		CloudFormation: `Name the service as "Principal": "events.amazonaws.com" for a rule of EventBridge.`,
		Live:           `Run "aws lambda remove-permission", then "aws lambda add-permission" with the service as --principal.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_301",
		KICS:    "e08ed7eb-f3ef-494d-9d22-2e3db756a347 1d6e16f1-5d8a-4379-bfb3-2dadd38ed5a7",
		CfnNag:  "F13",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_lambda_permission", Do: anyService},
}

// anyService leaves what is bound to nothing to another check; an organization is
// a name for its callers.
func anyService(p *checks.Pass, r *model.Resource) {
	principal := r.At("principal")
	sourced := max(named(r, "source_arn"), named(r, "source_account"))
	p.Forbid(min(principal.Is("*"), sourced, r.At("principal_org_id").IsEmpty()), principal, "%s is %v", principal.Origin.Name, checks.Said(principal))
}
