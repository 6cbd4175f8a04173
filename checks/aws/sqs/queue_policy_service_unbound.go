package sqs

import "github.com/lintel-iac/lintel/checks"

var QueuePolicyServiceUnbound = &checks.Check{
	Title:    "SQS queue lets a service in on behalf of anyone",
	Severity: checks.Medium,
	Why: "Whoever has an AWS account can make the service call for him: " +
		"from a topic, a bucket or a rule of his own he puts messages into the queue that are believed.",
	Fix: checks.Fix{
		Terraform:      `Add a condition on "aws:SourceArn" with what may call, or on "aws:SourceAccount" or "aws:SourceOrgID" with whose it is.`,
		CloudFormation: `Add a condition on "aws:SourceArn" with what may call, or on "aws:SourceAccount" or "aws:SourceOrgID" with whose it is.`,
		Live:           `Replace the policy by one with a condition on "aws:SourceArn" or "aws:SourceAccount".`,
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
		"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html",
	},
	Since: "0.1",
	Rule:  checks.RequireSource{Type: "aws_sqs_queue", Companion: "aws_sqs_queue_policy", Path: "policy.policy"},
}
