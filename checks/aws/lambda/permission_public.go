package lambda

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PermissionPublic = &checks.Check{
	Title:    "Lambda function can be invoked, or its layer used, by anyone",
	Severity: checks.Critical,
	Why:      "Anyone with an AWS account can call the function, with any input, at your cost.",
	Fix: checks.Fix{
		Terraform:      `Name an account, a role or a service as "principal"; for a service add "source_arn" or "source_account".`,
		CloudFormation: `Name an account, a role or a service as "Principal"; for a service add "SourceArn" or "SourceAccount".`,
		Live:           `Remove the permission, and add one that names its principal.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_301",
		KICS:    "e08ed7eb-f3ef-494d-9d22-2e3db756a347 1d6e16f1-5d8a-4379-bfb3-2dadd38ed5a7 ad9dabc7-7839-4bae-a957-aa9120013f39",
		CfnNag:  "F13",
		Guard:   "LAMBDA_NO_WILDCARD_PRINCIPALS LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED",
		Regula:  "FG_R00276",
		Prowler: "awslambda_function_not_publicly_accessible",
	},
	References: []string{
		"https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_lambda_permission aws_lambda_layer_version_permission", Do: publicPermission},
}

// publicPermission lets pass what is bound to a source: Lambda makes a condition
// of it, by which AWS itself does not take the policy for public. A URL without
// authentication is meant to be, and is judged as such.
func publicPermission(p *checks.Pass, r *model.Resource) {
	principal := r.At("principal")
	bound := model.No
	for _, path := range [...]string{"source_arn", "source_account", "principal_org_id", "organization_id"} {
		bound = max(bound, named(r, path))
	}
	p.Forbid(min(principal.Is("*"), model.Not(bound)), principal, "%s is %v", principal.Origin.Name, checks.Said(principal))
	for ref := range r.RefsAt("function_name") {
		if function := r.Scope.Resource(ref.To); function != nil {
			p.Beside(function) // also one that is named by a part of its ARN
		}
	}
}

// named asks whether a permission says something other than "everything".
func named(r *model.Resource, path string) model.Truth {
	return min(r.At(path).IsSet(), model.Not(r.At(path).Is("*")))
}
