package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var UserPolicy = &checks.Check{
	Title:    "Policy is attached to a user instead of a group or role",
	Severity: checks.Low,
	Why:      "Nobody keeps an overview of rights that are given one by one, and they stay when the user changes jobs.",
	Fix: checks.Fix{
		Terraform:      `Attach the policy to a group with "aws_iam_group_policy_attachment", or to a role, and make the user a member.`,
		CloudFormation: `Name groups in place of "Users", and leave out "Policies" and "ManagedPolicyArns" of the user.`,
		Live:           `Attach the policy to a group, make the user a member, and detach it from the user.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_40",
		KICS: "b4378389-a9aa-44ee-91e7-ef183f11079e 0e5872b4-19a0-4165-8b2f-56d9e14b909f e4239438-e639-44aa-adb8-866e400e3ade " +
			"edc95c10-7366-4f30-9b4b-f995c84eceb5 5e7acff5-095b-40ac-9073-ac2e4ad8a512",
		Trivy:   "AVD-AWS-0143",
		CfnNag:  "F10 F11 F12",
		Guard:   "IAM_NO_POLICY_ON_USER IAM_USER_NO_POLICIES_CHECK",
		Regula:  "FG_R00007",
		Prowler: "iam_policy_attached_only_to_group_or_roles",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
	},
	Since: "0.1",
	Rule: checks.Func{
		On: "aws_iam_user_policy aws_iam_user_policy_attachment aws_iam_user_policy_attachments_exclusive " +
			"aws_iam_policy_attachment aws_iam_group",
		Do: userPolicy,
	},
}

func userPolicy(p *checks.Pass, r *model.Resource) {
	switch r.Type {
	case "aws_iam_group":
		p.Forbid(model.No, r.Body, "") // that is where policies belong
	case "aws_iam_policy_attachment":
		users := r.At("users")
		p.Forbid(model.Not(users.IsEmpty()), users, "a policy is attached to the users %v", users)
	case "aws_iam_user_policy_attachments_exclusive":
		policies := r.At("policy_arns")
		p.Forbid(model.Not(policies.IsEmpty()), policies, "policies are attached to the user %v", r.At("user_name"))
	default:
		p.Forbid(model.Yes, r.At("user"), "a policy is attached to the user %s", userOf(r))
	}
}

// userOf is the name of the user that a policy is attached to, or what the code calls
// one whose name is not known.
func userOf(r *model.Resource) string {
	name := r.At("user")
	if name.State == model.Unknown && r.Owner != nil {
		return r.Owner.Address
	}
	return name.String()
}
