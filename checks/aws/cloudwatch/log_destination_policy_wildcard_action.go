package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var LogDestinationPolicyWildcardAction = &checks.Check{
	Title:    "Policy of a log destination allows all actions",
	Severity: checks.Medium,
	Why:      "Those who shall only send events can change the destination, and who else may send to it.",
	Fix: checks.Fix{
		Terraform:      `Allow "logs:PutSubscriptionFilter" alone.`,
		CloudFormation: `Allow "logs:PutSubscriptionFilter" alone in "DestinationPolicy".`,
		Live:           `Run "aws logs put-destination-policy" with that action alone.`,
	},
	Aliases: checks.Aliases{
		KICS: "db0ec4c4-852c-46a2-b4f3-7ec13cdb12a8",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateDestination.html"},
	Since:      "0.1",
	Rule:       checks.ForbidWildcardAction{Type: "aws_cloudwatch_log_destination_policy", Path: "access_policy"},
}
