// Package eks holds the checks of Elastic Kubernetes Service.
package eks

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PublicEndpointOpen = &checks.Check{
	Title:    "EKS cluster's endpoint is open to the whole internet",
	Severity: checks.High,
	Why:      "Anyone can try stolen credentials, and the next vulnerability of the Kubernetes API, on it.",
	Fix: checks.Fix{
		Terraform:      `Set "endpoint_public_access = false" in the block "vpc_config", or name the networks that need it in "public_access_cidrs".`,
		CloudFormation: `Set "EndpointPublicAccess: false" in "ResourcesVpcConfig", or name the networks that need it in "PublicAccessCidrs".`,
		Live:           `Run "aws eks update-cluster-config" with --resources-vpc-config publicAccessCidrs=…`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_38",
		KICS:    "61cf9883-1752-4768-b18c-0d57f2737709",
		Trivy:   "AVD-AWS-0041",
		Prowler: "eks_cluster_not_publicly_accessible",
	},
	References: []string{"https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_eks_cluster", Do: openEndpoint},
}

func openEndpoint(p *checks.Pass, r *model.Resource) {
	cidrs := r.At("vpc_config.public_access_cidrs")
	// An empty list is as good as none: the platform fills it in.
	open := max(cidrs.Contains("0.0.0.0/0", "::/0"), cidrs.IsEmpty())
	public := r.At("vpc_config.endpoint_public_access").IsTrue()
	p.Forbid(min(public, open), cidrs, "%s is %v", cidrs.Origin.Name, checks.Said(cidrs))
}
