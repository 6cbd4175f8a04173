package ecr

import "github.com/lintel-iac/lintel/checks"

var RepositoryWithoutPolicy = &checks.Check{
	Title:    "ECR repository has no policy of its own",
	Severity: checks.Low,
	Why:      "Who may pull and push is then said in the policies of identities only, where nobody sees it at a glance.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_ecr_repository_policy".`,
		CloudFormation: `Set "RepositoryPolicyText".`,
		Live:           `Run "aws ecr set-repository-policy".`,
	},
	Aliases: checks.Aliases{
		KICS: "69e7c320-b65d-41bb-be02-d63ecc0bcc9d",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_ecr_repository", Path: "policy"},
}
