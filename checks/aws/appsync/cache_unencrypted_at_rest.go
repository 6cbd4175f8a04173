package appsync

import "github.com/lintel-iac/lintel/checks"

var CacheUnencryptedAtRest = &checks.Check{
	Title:    "Cache of a GraphQL API is not encrypted at rest",
	Severity: checks.Medium,
	Why: "Answers lie there as they are, with the personal data of whoever asked for them. New caches are encrypted " +
		"whatever is said; an older one stays as it was made.",
	Fix: checks.Fix{
		Terraform:      `Leave "at_rest_encryption_enabled" out, and make the cache anew.`,
		CloudFormation: `Leave "AtRestEncryptionEnabled" out, and make the cache anew.`,
		Live:           "Delete the cache, and make it anew: it is encrypted then.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_214",
	},
	References: []string{"https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_appsync_api_cache", Path: "at_rest_encryption_enabled"},
}
