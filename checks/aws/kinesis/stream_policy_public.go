// Package kinesis holds the checks of Kinesis Data Streams and Video Streams.
package kinesis

import "github.com/lintel-iac/lintel/checks"

var StreamPolicyPublic = &checks.Check{
	Title:    "Kinesis stream can be used by anyone",
	Severity: checks.Critical,
	Why:      "Anyone with an AWS account can do with the stream what its policy allows, such as read all that passes.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	References: []string{"https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html"},
	Since:      "0.1",
	Rule:       checks.ForbidPublicPolicy{Type: "aws_kinesis_stream", Companion: "aws_kinesis_resource_policy", Path: "resource_policy.policy"},
}
