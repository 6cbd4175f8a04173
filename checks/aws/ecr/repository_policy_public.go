package ecr

import "github.com/lintel-iac/lintel/checks"

var RepositoryPolicyPublic = &checks.Check{
	Title:    "ECR repository is open to everyone by its policy",
	Severity: checks.Critical,
	Why: "Anyone with an AWS account can pull the images, and the code and secrets in them, or push some that " +
		"will be run.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_32",
		KICS:    "e86e26fc-489e-44f0-9bcd-97305e4ba69a 75be209d-1948-41f6-a8c8-e22dd0121134",
		Trivy:   "AVD-AWS-0032",
		Prowler: "ecr_repositories_not_publicly_accessible",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
	},
	Since: "0.1",
	Rule:  checks.ForbidPublicPolicy{Type: "aws_ecr_repository", Companion: "aws_ecr_repository_policy", Path: "policy.policy"},
}
