package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var GlobalEventsUnrecorded = &checks.Check{
	Title:    "CloudTrail trail leaves out the events of global services",
	Severity: checks.Medium,
	Why:      "What is done in IAM, STS and CloudFront, so who was given which right, is in no log.",
	Fix: checks.Fix{
		Terraform:      `Set "include_global_service_events = true", or leave it out.`,
		CloudFormation: `Set "IncludeGlobalServiceEvents: true", or leave it out.`,
		Live:           `Run "aws cloudtrail update-trail" with --include-global-service-events.`,
	},
	Aliases: checks.Aliases{
		KICS: "8173d5eb-96b5-4aa6-a71b-ecfa153c123d",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_cloudtrail", Path: "include_global_service_events"},
}
