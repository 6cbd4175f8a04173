package sns

import "github.com/lintel-iac/lintel/checks"

var TopicPolicyWildcardAction = &checks.Check{
	Title:    "Policy of an SNS topic allows all actions",
	Severity: checks.Medium,
	Why:      "Whoever was to publish may delete the topic as well, subscribe to it, and hand access on.",
	Fix: checks.Fix{
		Terraform:      `List the actions that are needed, such as "sns:Publish".`,
		CloudFormation: `List the actions that are needed, such as "sns:Publish".`,
		Live:           `Replace the policy by one that lists the actions that are needed.`,
	},
	Aliases: checks.Aliases{
		KICS:   "5ea624e4-c8b1-4bb3-87a4-4235a776adcc 818f38ed-8446-4132-9c03-474d49e10195",
		CfnNag: "W19",
		Guard:  "SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOT_ACTION",
	},
	References: []string{
		"https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
	},
	Since: "0.1",
	Rule:  checks.ForbidWildcardAction{Type: "aws_sns_topic", Companion: "aws_sns_topic_policy", Path: "policy.policy"},
}
