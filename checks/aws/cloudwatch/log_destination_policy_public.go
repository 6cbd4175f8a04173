package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var LogDestinationPolicyPublic = &checks.Check{
	Title:    "Log destination takes events from everyone",
	Severity: checks.High,
	Why:      "Anyone with an AWS account can fill it with made-up events: it costs, and it hides what is real.",
	Fix: checks.Fix{
		Terraform:      `Name the accounts that send as principals.`,
		CloudFormation: `Name the accounts that send as principals in "DestinationPolicy".`,
		Live:           `Run "aws logs put-destination-policy" with a policy that names the accounts.`,
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateDestination.html"},
	Since:      "0.1",
	Rule:       checks.ForbidPublicPolicy{Type: "aws_cloudwatch_log_destination_policy", Path: "access_policy"},
}
