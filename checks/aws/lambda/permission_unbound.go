package lambda

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PermissionUnbound = &checks.Check{
	Title:    "Lambda function can be invoked by a service on behalf of anyone",
	Severity: checks.Medium,
	Why:      "Whoever has an AWS account can make the service call the function, from any bucket, topic or API.",
	Fix: checks.Fix{
		Terraform:      `Set "source_arn" to the resource that calls the function, or "source_account" to its account.`,
		CloudFormation: `Set "SourceArn" to the resource that calls the function, or "SourceAccount" to its account.`,
		Live:           `Remove the permission, and add one with --source-arn.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_364",
		Guard:   "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED",
		Trivy:   "AVD-AWS-0067",
		Regula:  "FG_R00499",
	},
	References: []string{
		"https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_lambda_permission", Do: unboundPermission},
}

func unboundPermission(p *checks.Pass, r *model.Resource) {
	principal := r.At("principal")
	service := principal.Satisfies(isService)
	source := r.At("source_arn")
	unbound := min(source.IsEmpty(), r.At("source_account").IsEmpty(), r.At("principal_org_id").IsEmpty())
	p.HingesOn(principal, r.At("source_account"), r.At("principal_org_id"))
	p.Forbid(min(service, unbound), source, "%s is %v", source.Origin.Name, checks.Said(source))
}

// isService tells whether a principal is a service of AWS: an account is a number or an ARN, and
// only names have dots. What they end with depends on the partition.
func isService(principal string) bool {
	return strings.Contains(principal, ".") && !strings.HasPrefix(principal, "arn:")
}
