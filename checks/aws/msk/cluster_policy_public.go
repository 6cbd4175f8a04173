// Package msk holds the checks of Managed Streaming for Apache Kafka.
package msk

import "github.com/lintel-iac/lintel/checks"

var ClusterPolicyPublic = &checks.Check{
	Title:    "MSK cluster can be used by anyone",
	Severity: checks.High,
	Why: "Anyone with an AWS account can do with the cluster what its policy allows, such as connect to it " +
		"from any VPC.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	References: []string{"https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html"},
	Since:      "0.1",
	Rule:       checks.ForbidPublicPolicy{Type: "aws_msk_cluster", Companion: "aws_msk_cluster_policy", Path: "policy.policy"},
}
