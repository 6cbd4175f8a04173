package opensearchserverless

import "github.com/lintel-iac/lintel/checks"

var NetworkPolicyPublic = &checks.Check{
	Title:    "OpenSearch Serverless collection can be reached from the internet",
	Severity: checks.Medium,
	Why:      "Only its access policies are in front of it: one that is too wide opens the data to everyone.",
	Fix: checks.Fix{
		Terraform:      `Set AllowFromPublic = false in the policy, and name the endpoints of VPCs in SourceVPCEs.`,
		CloudFormation: `Set "AllowFromPublic": false in the policy, and name the endpoints of VPCs in "SourceVPCEs".`,
		Live:           `Run "aws opensearchserverless update-security-policy" with a policy that names VPC endpoints.`,
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_opensearchserverless_security_policy", In: "policy", Path: "AllowFromPublic", Of: []string{"true"},
		When: []checks.Condition{{Path: "type", Of: []string{"network"}}},
	},
}
