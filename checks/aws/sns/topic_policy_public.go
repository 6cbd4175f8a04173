package sns

import "github.com/lintel-iac/lintel/checks"

var TopicPolicyPublic = &checks.Check{
	Title:    "SNS topic is open to everyone by its policy",
	Severity: checks.Critical,
	Why: "Anyone can do with the topic what the policy allows: listen in on what is published, or publish what " +
		"subscribers will believe.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_169",
		KICS:    "b26d2b7e-60f6-413d-a3a1-a57db24aa2b3 ae53ce91-42b5-46bf-a84f-9a13366a4f13",
		CfnNag:  "F8 F18",
		Guard:   "SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL",
		Prowler: "sns_topics_not_publicly_accessible",
	},
	References: []string{
		"https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
	},
	Since: "0.1",
	Rule:  checks.ForbidPublicPolicy{Type: "aws_sns_topic", Companion: "aws_sns_topic_policy", Path: "policy.policy"},
}
