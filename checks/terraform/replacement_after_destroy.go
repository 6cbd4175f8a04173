package terraform

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ReplacementAfterDestroy = &checks.Check{
	Title:    "Certificate or API is destroyed before its replacement is there",
	Severity: checks.Low,
	Why: "A change that replaces it fails half-way, because a certificate or a deployment in use cannot be deleted, or " +
		"leaves nothing in its place until the new one is made.",
	Fix: checks.Fix{
		Terraform: `Set "create_before_destroy = true" in a "lifecycle" block.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_217 CKV_AWS_233 CKV_AWS_237"},
	References: []string{"https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#create_before_destroy"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_acm_certificate aws_api_gateway_deployment aws_api_gateway_rest_api", Do: destroyedFirst},
}

// destroyedFirst judges source: a plan does not hold what is said of the lifecycle. The
// pages of the provider recommend it for certificates and deployments.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_deployment
func destroyedFirst(p *checks.Pass, r *model.Resource) {
	if r.Scope.Format == model.Terraform {
		first := r.At("lifecycle.create_before_destroy")
		p.Require(first.IsTrue(), first, "%s is %v", first.Origin.Name, first)
	}
}
