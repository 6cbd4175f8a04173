// Package cloudsearch holds the checks of CloudSearch.
package cloudsearch

import "github.com/lintel-iac/lintel/checks"

var HttpAllowed = &checks.Check{
	Title:    "CloudSearch domain answers over plain HTTP",
	Severity: checks.High,
	Why:      "Queries, documents and answers can be read or changed by anyone on the way.",
	Fix: checks.Fix{
		Terraform: `Set "enforce_https = true" in an "endpoint_options" block.`,
		Live:      `Run "aws cloudsearch update-domain-endpoint-options" with EnforceHTTPS=true.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_220"},
	References: []string{"https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_cloudsearch_domain", Path: "endpoint_options.enforce_https"},
}
