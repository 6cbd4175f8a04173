package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var DenyRemoved = &checks.Check{
	Title:    "The change removes a statement that denies",
	Severity: checks.High,
	Why:      "A Deny holds whatever else is allowed. What it kept from happening, such as requests without TLS or from elsewhere, is possible again.",
	Fix: checks.Fix{
		Terraform:      "Keep the statement, or say in the review why it is not needed.",
		CloudFormation: "Keep the statement, or say in the review why it is not needed.",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"},
	Loss:       true,
	Since:      "0.1",
	Rule:       checks.Func{On: policyTypes, Do: denyRemoved},
}

const policyTypes = "aws_s3_bucket_policy aws_sqs_queue_policy aws_sqs_queue aws_sns_topic_policy aws_sns_topic aws_kms_key_policy aws_kms_key " +
	"aws_kms_external_key aws_kms_replica_external_key aws_kms_replica_key aws_iam_policy aws_iam_role_policy aws_iam_user_policy " +
	"aws_iam_group_policy aws_secretsmanager_secret_policy aws_ecr_repository_policy aws_vpc_endpoint_policy aws_vpc_endpoint " +
	"aws_backup_vault_policy aws_efs_file_system_policy aws_organizations_policy"

func denyRemoved(p *checks.Pass, r *model.Resource) {
	is := r.Scope.After.Become(r)
	if is == nil && r.Owner != nil && r.Scope.After.Become(r.Owner) == nil {
		return // with what it was about
	}
	at, left := gone(r), []view.Document{}
	if is != nil {
		at = policyOf(is)
		left = append(left, view.Policy(at))
	} else {
		for _, other := range added(r) {
			left = append(left, view.Policy(policyOf(other)))
		}
	}
	for s := range view.Policy(policyOf(r)).Statements() {
		if s.Denies() != model.No {
			fault := min(certain(r, is), s.Denies(), model.Not(stands(s, left)))
			p.Forbid(fault, at, "%s denied %v before the change, and does not any more", r.Address, s.Action())
		}
	}
}

// policyOf is the document of a resource.
func policyOf(r *model.Resource) model.Value {
	if r.Type == "aws_organizations_policy" {
		return r.At("content")
	}
	return r.At("policy")
}

// stands asks whether a statement is still in one of the documents. One of its
// name that says something else may be as good.
func stands(s *view.Statement, documents []view.Document) model.Truth {
	found := model.No
	for _, d := range documents {
		for other := range d.Statements() {
			same := min(alike(s.Action(), other.Action()), alike(s.Resource(), other.Resource()), alike(s.Principal(), other.Principal()), alike(s.Condition(), other.Condition()))
			if same == model.No && s.Sid().State == model.Known && model.Same(s.Sid(), other.Sid()) {
				same = model.Maybe
			}
			found = max(found, min(other.Denies(), same))
		}
	}
	return found
}

// alike asks whether two values say the same in a policy, where the order of a list
// does not matter.
func alike(a, b model.Value) model.Truth {
	switch {
	case model.Same(a, b):
		return model.Yes
	case a.State == model.Unknown || b.State == model.Unknown:
		return model.Maybe
	}
	switch x := a.Data.(type) {
	case []model.Value:
		if y, ok := b.Data.([]model.Value); ok {
			return min(within(x, y), within(y, x))
		}
	case model.Members:
		if y, ok := b.Data.(model.Members); ok && len(x) == len(y) {
			same := model.Yes
			for name, v := range x.All() {
				same = min(same, alike(v, y.Named(name)))
			}
			return same
		}
	}
	return model.No
}

// within asks whether some values are all among others.
func within(some, all []model.Value) model.Truth {
	each := model.Yes
	for _, v := range some {
		found := model.No
		for _, other := range all {
			found = max(found, alike(v, other))
		}
		each = min(each, found)
	}
	return each
}
