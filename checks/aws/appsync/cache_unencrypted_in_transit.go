package appsync

import "github.com/lintel-iac/lintel/checks"

var CacheUnencryptedInTransit = &checks.Check{
	Title:    "Cache of a GraphQL API is not encrypted in transit",
	Severity: checks.Medium,
	Why: "Whoever gets into the network reads the answers on their way. New caches are encrypted whatever is said; an " +
		"older one stays as it was made.",
	Fix: checks.Fix{
		Terraform:      `Leave "transit_encryption_enabled" out, and make the cache anew.`,
		CloudFormation: `Leave "TransitEncryptionEnabled" out, and make the cache anew.`,
		Live:           "Delete the cache, and make it anew: it is encrypted then.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_215",
	},
	References: []string{"https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_appsync_api_cache", Path: "transit_encryption_enabled"},
}
