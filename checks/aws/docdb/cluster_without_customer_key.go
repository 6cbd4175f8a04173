// Package docdb holds the checks of DocumentDB.
package docdb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/aws/kms"
)

var ClusterWithoutCustomerKey = &checks.Check{
	Title:    "DocumentDB cluster is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_182",
		KICS:    "2134641d-30a4-4b16-8ffc-2cd4c4ffd15d 4766d3ea-241c-4ee6-93ff-c380c996bd1a",
		Trivy:   "AVD-AWS-0022",
	},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       kms.ForbidKeyOfAWS{Type: "aws_docdb_cluster", Path: "kms_key_id", Alias: "alias/aws/rds", Own: true},
}
