package iam

import "github.com/lintel-iac/lintel/checks"

var PolicyPermissionsUnconstrained = &checks.Check{
	Title:    "IAM policy lets permissions on anything be changed",
	Severity: checks.High,
	Why: "Whoever may change policies and grants of every resource can open any of them to himself, to " +
		"strangers, or to everyone.",
	Fix: checks.Fix{
		Terraform:      `Name the resources whose permissions may be changed in "Resource".`,
		CloudFormation: `Name the resources whose permissions may be changed in "Resource".`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_109 CKV_AWS_289",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html",
	},
	Since: "0.1",
	Rule: forbidOnAll{Actions: []string{
		"iam:AttachGroupPolicy",
		"iam:AttachRolePolicy",
		"iam:AttachUserPolicy",
		"iam:CreatePolicyVersion",
		"iam:PutGroupPolicy",
		"iam:PutRolePolicy",
		"iam:PutUserPolicy",
		"iam:SetDefaultPolicyVersion",
		"iam:UpdateAssumeRolePolicy",
		"iam:DeleteRolePermissionsBoundary",
		"iam:DeleteUserPermissionsBoundary",
		"iam:PutRolePermissionsBoundary",
		"iam:PutUserPermissionsBoundary",
		"ec2:ModifyImageAttribute",
		"ec2:ModifySnapshotAttribute",
		"ecr:SetRepositoryPolicy",
		"kms:CreateGrant",
		"kms:PutKeyPolicy",
		"lambda:AddPermission",
		"rds:ModifyDBClusterSnapshotAttribute",
		"rds:ModifyDBSnapshotAttribute",
		"s3:BypassGovernanceRetention",
		"s3:DeleteBucketPolicy",
		"s3:PutAccountPublicAccessBlock",
		"s3:PutBucketAcl",
		"s3:PutBucketPolicy",
		"s3:PutBucketPublicAccessBlock",
		"s3:PutObjectAcl",
		"secretsmanager:PutResourcePolicy",
		"sns:AddPermission",
		"sns:SetTopicAttributes",
		"sqs:AddPermission",
		"sqs:SetQueueAttributes",
		"organizations:AttachPolicy",
		"organizations:DetachPolicy",
	}},
}
