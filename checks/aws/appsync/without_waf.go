package appsync

import "github.com/lintel-iac/lintel/checks"

var WithoutWAF = &checks.Check{
	Title:    "GraphQL API has no web application firewall",
	Severity: checks.Low,
	Why:      "Known attacks on web applications, and floods of requests, go straight to what is behind it.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_wafv2_web_acl_association" with the API as "resource_arn".`,
		CloudFormation: `Add an "AWS::WAFv2::WebACLAssociation" with the API as "ResourceArn".`,
		Live:           `Run "aws wafv2 associate-web-acl".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_33",
	},
	References: []string{"https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html"},
	Since:      "0.1",
	Rule: checks.RequireDeclared{
		Type: "aws_appsync_graphql_api", Path: "web_acl_association", What: "association with a web ACL",
		When: []checks.Condition{{Path: "visibility", NoneOf: []string{"PRIVATE"}}},
	},
}
