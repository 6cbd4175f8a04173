package opensearchserverless

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

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
	Rule:       checks.Func{On: "aws_opensearchserverless_security_policy", Do: publicNetwork},
}

func publicNetwork(p *checks.Pass, r *model.Resource) {
	for policy := range document(r).Elements() {
		public := policy.At("AllowFromPublic")
		p.Forbid(min(r.At("type").Is("network"), public.IsTrue()), public, "AllowFromPublic is %v", checks.Said(public))
	}
}
