package sqs

import "github.com/lintel-iac/lintel/checks"

var QueuePolicyPublic = &checks.Check{
	Title:    "SQS queue is open to everyone by its policy",
	Severity: checks.Critical,
	Why: "Anyone can do with the messages what the policy allows: read what is meant for others, take messages " +
		"away, or send some that are believed.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_168 CKV_AWS_387",
		KICS:    "730675f9-52ed-49b6-8ead-0acb5dd7df7f 9b6a3f5b-5fd6-40ee-9bc0-ed604911212d abb06e5f-ef9a-4a99-98c6-376d396bfcdf",
		CfnNag:  "F7 F21",
		Guard:   "SQS_QUEUEPOLICY_NO_WILDCARD_PRINCIPAL SQS_QUEUEPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL",
		Regula:  "FG_R00049",
		Prowler: "sqs_queues_not_publicly_accessible",
	},
	References: []string{
		"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
	},
	Since: "0.1",
	Rule:  checks.ForbidPublicPolicy{Type: "aws_sqs_queue", Companion: "aws_sqs_queue_policy", Path: "policy.policy"},
}
