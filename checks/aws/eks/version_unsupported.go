package eks

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var VersionUnsupported = &checks.Check{
	Title:    "EKS cluster is declared at a version of Kubernetes that AWS supports no more",
	Severity: checks.Medium,
	Why:      "Its holes are known and stay open until AWS upgrades the cluster by itself, at a time it chooses.",
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
	Rule:       checks.Func{On: "aws_eks_cluster", Do: unsupportedVersion},
}

// oldest is the first minor version of Kubernetes that had not left extended support
// in March 2026.
const oldest = 30

func unsupportedVersion(p *checks.Pass, r *model.Resource) {
	v := r.At("version")
	p.Forbid(v.Satisfies(tooOld), v, "%s is %v", v.Origin.Name, checks.Said(v))
}

func tooOld(version string) bool {
	minor, isOne := strings.CutPrefix(version, "1.")
	n, err := strconv.Atoi(minor)
	return isOne && err == nil && n < oldest
}
