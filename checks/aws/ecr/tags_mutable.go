package ecr

import "github.com/lintel-iac/lintel/checks"

var TagsMutable = &checks.Check{
	Title:    "Tags of images in an ECR repository can be moved",
	Severity: checks.Medium,
	Why:      "Whoever may push can replace an image that was reviewed and is deployed by its tag, and nobody sees it.",
	Fix: checks.Fix{
		Terraform:      `Set image_tag_mutability = "IMMUTABLE".`,
		CloudFormation: `Set "ImageTagMutability: IMMUTABLE".`,
		Live:           `Run "aws ecr put-image-tag-mutability" with --image-tag-mutability IMMUTABLE.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_51",
		KICS:    "d1846b12-20c5-4d45-8798-fc35b79268eb 33f41d31-86b1-46a4-81f7-9c9a671f59ac",
		Trivy:   "AVD-AWS-0031",
		Prowler: "ecr_repositories_tag_immutability",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html"},
	Since:      "0.1",
	Rule: checks.RequireAny{
		Type: "aws_ecr_repository",
		Path: "image_tag_mutability",
		Of:   []string{"IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"},
	},
}
