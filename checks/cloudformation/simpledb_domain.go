package cloudformation

import "github.com/lintel-iac/lintel/checks"

var SimpleDBDomain = &checks.Check{
	Title:    "Data is kept in SimpleDB",
	Severity: checks.Low,
	Why:      "SimpleDB neither encrypts what it keeps nor takes backups of it; DynamoDB does both.",
	Fix: checks.Fix{
		CloudFormation: `Keep it in an "AWS::DynamoDB::Table".`,
	},
	Aliases: checks.Aliases{
		KICS:   "6ea57c8b-f9c0-4ec7-bae3-bd75a9dee27d",
		CfnNag: "F77",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/DataProtection.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidType{Type: "AWS::SDB::Domain", Instead: "aws_dynamodb_table", Says: "a domain of SimpleDB is made"},
}
