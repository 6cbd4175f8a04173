package lambda

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RoleShared = &checks.Check{
	Title:    "Lambda functions share a role",
	Severity: checks.Low,
	Why:      "Each of them may do what any of them has to, so whoever takes over one has the rights of all.",
	Fix: checks.Fix{
		Terraform:      `Make an "aws_iam_role" for each function.`,
		CloudFormation: `Make an "AWS::IAM::Role" for each function.`,
		Live:           `Make a role for each function, and run "aws lambda update-function-configuration" with it.`,
	},
	Aliases:    checks.Aliases{KICS: "ae03f542-1423-402f-9cef-c834e7ee9583 4ba74f01-aba5-4be2-83bc-be79ff1a3b92"},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_lambda_function", Do: sharedRole},
}

func sharedRole(p *checks.Pass, r *model.Resource) {
	role := r.At("role")
	p.Forbid(model.No, role, "")
	for _, other := range p.Scope.OfType(r.Type) {
		if other != r && role.State != model.Absent {
			p.Forbid(sameRole(r, other), role, "another function has the same role")
		}
	}
}

// sameRole asks whether two functions have one role. References to two roles are
// to different ones.
func sameRole(a, b *model.Resource) model.Truth {
	one, two := a.At("role"), b.At("role")
	if model.Same(one, two) {
		return model.Yes
	}
	if one.State != model.Unknown && two.State != model.Unknown || roleOf(a) != "" && roleOf(b) != "" {
		return model.No
	}
	return model.Maybe
}

// roleOf is the address of the role to which a function refers.
func roleOf(r *model.Resource) string {
	for ref := range r.RefsAt("role") {
		if ref.Exact {
			return ref.To
		}
	}
	return ""
}
