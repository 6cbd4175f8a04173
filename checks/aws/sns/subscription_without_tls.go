package sns

import "github.com/lintel-iac/lintel/checks"

var SubscriptionWithoutTls = &checks.Check{
	Title:    "SNS topic delivers to an address without TLS",
	Severity: checks.Medium,
	Why:      "Whoever is on the way reads the messages, and can change them.",
	Fix: checks.Fix{
		Terraform:      `Set protocol = "https" and an endpoint of https.`,
		CloudFormation: `Set "Protocol: https" and an "Endpoint" of https.`,
		Live:           `Subscribe the https address, and remove the other subscription.`,
	},
	Aliases: checks.Aliases{
		Regula:  "FG_R00052",
		Prowler: "sns_subscription_not_using_http_endpoints",
	},
	References: []string{"https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_sns_topic_subscription", Path: "protocol", Of: []string{"http"}},
}
