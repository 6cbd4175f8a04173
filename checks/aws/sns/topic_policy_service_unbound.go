package sns

import "github.com/lintel-iac/lintel/checks"

var TopicPolicyServiceUnbound = &checks.Check{
	Title:    "SNS topic lets a service in on behalf of anyone",
	Severity: checks.Medium,
	Why: "Whoever has an AWS account can make the service call for him: " +
		"from an alarm, a bucket or a rule of his own he publishes what subscribers will believe.",
	Fix: checks.Fix{
		Terraform:      `Add a condition on "aws:SourceArn" with what may call, or on "aws:SourceAccount" or "aws:SourceOrgID" with whose it is.`,
		CloudFormation: `Add a condition on "aws:SourceArn" with what may call, or on "aws:SourceAccount" or "aws:SourceOrgID" with whose it is.`,
		Live:           `Replace the policy by one with a condition on "aws:SourceArn" or "aws:SourceAccount".`,
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
		"https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
	},
	Since: "0.1",
	Rule:  checks.RequireSource{Type: "aws_sns_topic", Companion: "aws_sns_topic_policy", Path: "policy.policy"},
}
