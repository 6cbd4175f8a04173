package cloudformation

import "github.com/lintel-iac/lintel/checks"

var GitHubRepositoryPublic = &checks.Check{
	Title:    "Repository that a template makes on GitHub is public",
	Severity: checks.Medium,
	Why:      "Everyone reads the code, and what was committed by mistake, as soon as it is there.",
	Fix: checks.Fix{
		CloudFormation: `Set "IsPrivate: true".`,
	},
	Aliases: checks.Aliases{
		KICS: "5906092d-5f74-490d-9a03-78febe0f65e1",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codestar-githubrepository.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "AWS::CodeStar::GitHubRepository", Path: "IsPrivate"},
}
