package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DocumentPublic = &checks.Check{
	Title:    "Policy document allows something to everyone",
	Severity: checks.High,
	Why:      "Whatever gets the policy is open to anyone with an AWS account.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access in "identifiers", or add a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `CloudFormation has no such thing: the policies of resources are judged there.`,
		Live:           `The policies of resources are judged there.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_283",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "data.aws_iam_policy_document", Do: documentPublic},
}

// documentPublic judges a document that this project does not use: the others are
// judged by what they are used for.
func documentPublic(p *checks.Pass, r *model.Resource) {
	if used(r) {
		return
	}
	p.Forbid(model.No, r.Body, "")
	for s := range r.Each("statement") {
		free := min(model.Not(s.At("effect").IsFold("Deny")), model.Not(s.At("condition").IsSet()))
		for principal := range s.Each("principals") {
			named := principal.At("identifiers")
			p.Forbid(min(free, principal.At("type").Is("AWS", "*"), named.Contains("*")), named, "everyone is allowed")
		}
	}
}
