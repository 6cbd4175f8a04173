// Package waf holds the checks of WAF, both of its versions.
package waf

import "github.com/lintel-iac/lintel/checks"

var LoggingDisabled = &checks.Check{
	Title:    "Web ACL does not log requests",
	Severity: checks.Medium,
	Why:      "Whether it holds back attacks, or customers, nobody can tell.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_wafv2_web_acl_logging_configuration" with the ACL as "resource_arn", in version 1 a block "logging_configuration".`,
		CloudFormation: `Add an "AWS::WAFv2::LoggingConfiguration" with the ACL as "ResourceArn".`,
		Live:           `Run "aws wafv2 put-logging-configuration".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_176 CKV2_AWS_31",
		Prowler: "wafv2_webacl_logging_enabled waf_global_webacl_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/logging.html"},
	Since:      "0.1",
	Rule:       checks.RequireDeclared{Type: "aws_wafv2_web_acl aws_waf_web_acl aws_wafregional_web_acl", Path: "logging_configuration", What: "logging configuration"},
}
