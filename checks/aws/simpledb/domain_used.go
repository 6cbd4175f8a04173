// Package simpledb holds the check of SimpleDB.
package simpledb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DomainUsed = &checks.Check{
	Title:    "Data is kept in SimpleDB",
	Severity: checks.Low,
	Why:      "SimpleDB offers neither encryption with a key of one's own, nor backups, and takes no new customers.",
	Fix: checks.Fix{
		Terraform:      `Use "aws_dynamodb_table".`,
		CloudFormation: `Use "AWS::DynamoDB::Table".`,
		Live:           "Move the data to a table of DynamoDB.",
	},
	Aliases: checks.Aliases{
		KICS:   "6ea57c8b-f9c0-4ec7-bae3-bd75a9dee27d",
		CfnNag: "F77",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/Welcome.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_simpledb_domain AWS::SDB::Domain aws_dynamodb_table", Do: used},
}

func used(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.Is(r.Type != "aws_dynamodb_table"), r.Body, "SimpleDB is used")
}
