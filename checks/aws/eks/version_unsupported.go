package eks

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var VersionUnsupported = &checks.Check{
	Title:    "EKS cluster runs a version of Kubernetes without standard support",
	Severity: checks.Medium,
	Why:      "It costs a multiple, and once extended support is over, too, AWS upgrades the cluster by itself, at a time it chooses.",
	Fix: checks.Fix{
		Terraform:      `Set "version" to one in standard support, one minor version at a time.`,
		CloudFormation: `Set "Version" to one in standard support, one minor version at a time.`,
		Live:           `Run "aws eks update-cluster-version", one minor version at a time.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_339",
		Prowler: "eks_cluster_uses_a_supported_version",
	},
	References: []string{"https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html"},
	Since:      "0.1",
	Rule:       lifecycle.Require{Type: "aws_eks_cluster", Path: "version", Product: "eks"},
}
