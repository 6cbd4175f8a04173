package glue

import "github.com/lintel-iac/lintel/checks"

var NoSecurityConfiguration = &checks.Check{
	Title:    "Glue crawler, job or endpoint has no security configuration",
	Severity: checks.Medium,
	Why: "Without one its logs and bookmarks are not encrypted, and its results only as the bucket happens to " +
		"do it.",
	Fix: checks.Fix{
		Terraform:      `Set "security_configuration" to the name of an "aws_glue_security_configuration".`,
		CloudFormation: `Set "SecurityConfiguration" (of a crawler: "CrawlerSecurityConfiguration") to the name of one.`,
		Live:           `Run "aws glue update-job", or update-crawler, with a security configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_195",
		Prowler: "glue_development_endpoints_cloudwatch_logs_encryption_enabled " +
			"glue_development_endpoints_job_bookmark_encryption_enabled " +
			"glue_development_endpoints_s3_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_glue_job aws_glue_crawler aws_glue_dev_endpoint", Path: "security_configuration"},
}
