package dynamodb

import "github.com/lintel-iac/lintel/checks"

var TablePolicyPublic = &checks.Check{
	Title:    "DynamoDB table can be used by anyone",
	Severity: checks.Critical,
	Why:      "Anyone with an AWS account can do with the table what its policy allows, such as read all of it.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html"},
	Since:      "0.1",
	Rule:       checks.ForbidPublicPolicy{Type: "aws_dynamodb_table", Companion: "aws_dynamodb_resource_policy", Path: "resource_policy.policy"},
}
