package sns

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var TopicPolicyCrossAccount = &checks.Check{
	Title:    "Policy of an SNS topic names callers without a condition",
	Severity: checks.Low,
	Why:      "An identity of another account, or one that was deleted and made anew, can be among them, and nothing about the request is asked.",
	Fix: checks.Fix{
		Terraform:      `Add a condition such as "aws:PrincipalOrgID" or "aws:SourceAccount" to the statement.`,
		CloudFormation: `Add a condition such as "aws:PrincipalOrgID" or "aws:SourceAccount" to the statement.`,
		Live:           `Run "aws sns set-topic-attributes" with a policy that has the condition.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_385",
	},
	References: []string{"https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_sns_topic aws_sns_topic_policy", Do: namesUnconditioned},
}

// namesUnconditioned leaves everyone, who is another fault, and services out: they have
// no account.
func namesUnconditioned(p *checks.Pass, r *model.Resource) {
	for policy := range r.All(checks.On(r, "aws_sns_topic_policy", "policy.policy")) {
		for s := range view.Policy(policy).Statements() {
			for principal := range s.Principals() {
				named := min(model.Not(principal.Everyone()), model.Is(principal.Account().State != model.Absent))
				free := s.Condition().IsEmpty()
				p.Forbid(min(s.Allows(), named, free), principal.Value, "%v may %s on no condition", principal.Value, checks.Actions(s))
			}
		}
	}
}
