package eks

import "github.com/lintel-iac/lintel/checks"

var PublicEndpoint = &checks.Check{
	Title:    "EKS cluster has a public endpoint",
	Severity: checks.Medium,
	Why:      "The API of the cluster can be reached from outside of the network, by whoever comes from an address that is let in.",
	Fix: checks.Fix{
		Terraform:      `Set "endpoint_private_access = true" and "endpoint_public_access = false" in the block "vpc_config".`,
		CloudFormation: `Set "EndpointPrivateAccess: true" and "EndpointPublicAccess: false" in "ResourcesVpcConfig".`,
		Live:           `Run "aws eks update-cluster-config" with --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_39",
		KICS:    "42f4b905-3736-4213-bfe9-c0660518cda8",
		Trivy:   "AVD-AWS-0040",
		Guard:   "EKS_ENDPOINT_NO_PUBLIC_ACCESS",
	},
	References: []string{"https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"},
	Since:      "0.1",
	Rule:       checks.RequireFalse{Type: "aws_eks_cluster", Path: "vpc_config.endpoint_public_access"},
}
