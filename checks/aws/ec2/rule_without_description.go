package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RuleWithoutDescription = &checks.Check{
	Title:    "Rule of a security group says nothing about its purpose",
	Severity: checks.Low,
	Why:      "Nobody dares to take a rule away when it is not known what it is for.",
	Fix: checks.Fix{
		Terraform:      `Say in "description" of the rule what it is for.`,
		CloudFormation: `Say in "Description" of the rule what it is for.`,
		Live:           `Run "aws ec2 update-security-group-rule-descriptions-ingress", or -egress.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_23",
		KICS:    "5e6c9c68-8a82-408e-8749-ddad78cbb9c5 68eb4bf3-f9bf-463d-b5cf-e029bb446d2e",
		Trivy:   "AVD-AWS-0124",
		CfnNag:  "W36",
		Guard:   "SECURITY_GROUP_DESCRIPTION_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_security_group aws_default_security_group aws_security_group_rule aws_vpc_security_group_ingress_rule aws_vpc_security_group_egress_rule", Do: undescribedRule},
}

func undescribedRule(p *checks.Pass, r *model.Resource) {
	for rule := range view.Ingress(r) {
		p.Forbid(rule.Description.IsEmpty(), rule.Description, "the rule has no description")
	}
	for rule := range view.Egress(r) {
		// Nobody wrote the rule that a group starts out with.
		written := model.Is(!rule.Source.Defaulted)
		p.Forbid(min(written, rule.Description.IsEmpty()), rule.Description, "the rule has no description")
	}
	for _, d := range [...]view.Direction{view.In, view.Out} {
		for rule := range view.Sourceless(r, d) {
			p.Forbid(rule.Description.IsEmpty(), rule.Description, "the rule has no description")
		}
	}
}
