// Package shield holds the checks of Shield.
package shield

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ResourceUnprotected = &checks.Check{
	Title:    "What faces the internet is not protected by Shield Advanced",
	Severity: checks.Low,
	Why:      "A flood of traffic is only held back as far as AWS does so for everyone, and the bill for it is yours.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_shield_protection" with the resource as "resource_arn".`,
		CloudFormation: `Add an "AWS::Shield::Protection" with the resource as "ResourceArn".`,
		Live:           `Run "aws shield create-protection".`,
	},
	Aliases: checks.Aliases{
		KICS:    "ad7444cf-817a-4765-a79e-2145f7981faf 084c6686-2a70-4710-91b1-000393e54c12",
		Prowler: "shield_advanced_protection_in_internet_facing_load_balancers",
	},
	References: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudfront_distribution aws_eip aws_elb aws_globalaccelerator_accelerator aws_lb aws_route53_zone", Do: unprotected},
}

// unprotected leaves out what only a network of your own can reach.
func unprotected(p *checks.Pass, r *model.Resource) {
	private := r.At("internal").IsTrue()
	if r.Type == "aws_route53_zone" {
		private = r.At("vpc").IsSet()
	}
	protected := checks.Declared(r, "shield_protection")
	p.Forbid(min(model.Not(private), model.Not(protected)), r.At("shield_protection"), "no protection is declared")
}
