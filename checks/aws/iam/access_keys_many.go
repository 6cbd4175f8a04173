package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AccessKeysMany = &checks.Check{
	Title:    "IAM user has more than one active access key",
	Severity: checks.Low,
	Why:      "One of them is forgotten: it is not rotated, and nobody misses it when it is stolen.",
	Fix: checks.Fix{
		Terraform:      `Keep one "aws_iam_access_key" for the user, or set status = "Inactive" on the other.`,
		CloudFormation: `Keep one "AWS::IAM::AccessKey" for the user, or set "Status: Inactive" on the other.`,
		Live:           `Run "aws iam update-access-key" with --status Inactive.`,
	},
	Aliases: checks.Aliases{
		KICS:    "3561130e-9c5f-485b-9e16-2764c82763e5 48677914-6fdf-40ec-80c4-2b0e94079f54",
		Trivy:   "AVD-AWS-0167",
		Prowler: "iam_user_two_active_access_key",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_access_key", Do: keys},
}

// keys reports each active key of a user but the first.
func keys(p *checks.Pass, r *model.Resource) {
	user, more := r.At("user"), model.No
	for _, before := range p.Scope.OfType(r.Type) {
		if before == r {
			break
		}
		same := r.Owner != nil && before.Owner == r.Owner || user.State != model.Absent && model.Same(before.At("user"), user)
		more = max(more, min(model.Is(same), before.At("status").Is("Active")))
	}
	p.Forbid(min(more, r.At("status").Is("Active")), user, "this is one more key of the user %v", user)
}
