package sqs

import "github.com/lintel-iac/lintel/checks"

var QueuePolicyWildcardAction = &checks.Check{
	Title:    "Policy of an SQS queue allows all actions",
	Severity: checks.Medium,
	Why:      "Whoever was to send messages may read and delete them as well, change the policy, and hand access on.",
	Fix: checks.Fix{
		Terraform:      `List the actions that are needed, such as "sqs:SendMessage".`,
		CloudFormation: `List the actions that are needed, such as "sqs:SendMessage".`,
		Live:           `Replace the policy by one that lists the actions that are needed.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_72",
		KICS:    "816ea8cf-d589-442d-a917-2dd0ce0e45e3",
		Trivy:   "AVD-AWS-0097",
		CfnNag:  "F20 W18",
		Guard:   "SQS_QUEUEPOLICY_NO_WILDCARD_ACTION SQS_QUEUEPOLICY_NO_ALLOW_PLUS_NOT_ACTION",
		Regula:  "FG_R00049",
	},
	References: []string{
		"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
	},
	Since: "0.1",
	Rule:  checks.ForbidWildcardAction{Type: "aws_sqs_queue", Companion: "aws_sqs_queue_policy", Path: "policy.policy"},
}
