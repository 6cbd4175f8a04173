package appsync

import "github.com/lintel-iac/lintel/checks"

var CacheUnencryptedInTransit = &checks.Check{
	Title:    "Cache of a GraphQL API is not encrypted in transit",
	Severity: checks.Medium,
	Why:      "Whoever gets into the network reads the answers on their way.",
	Fix: checks.Fix{
		Terraform:      `Set "transit_encryption_enabled = true".`,
		CloudFormation: `Set "TransitEncryptionEnabled: true".`,
		Live:           "Delete the cache, and make it anew with encryption.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_215",
	},
	References: []string{"https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_appsync_api_cache", Path: "transit_encryption_enabled"},
}
