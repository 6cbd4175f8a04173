package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var LoggingDisabled = &checks.Check{
	Title:    "CloudTrail trail is switched off",
	Severity: checks.High,
	Why:      "Nothing of what happens in the account is recorded by it.",
	Fix: checks.Fix{
		Terraform:      `Set "enable_logging = true", or leave it out.`,
		CloudFormation: `Set "IsLogging: true".`,
		Live:           `Run "aws cloudtrail start-logging".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_251",
		KICS:    "4bb76f17-3d63-4529-bdca-2b454529d774 5c0b06d5-b7a4-484c-aeb0-75a836269ff0",
		Guard:   "CLOUD_TRAIL_ENABLED",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_cloudtrail", Path: "enable_logging"},
}
