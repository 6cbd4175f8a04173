package eks

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NodeSSHOpenToWorld = &checks.Check{
	Title:    "Nodes of an EKS cluster can be reached by SSH from everywhere",
	Severity: checks.High,
	Why:      "Where a key is given without security groups, EKS itself opens port 22 to the whole internet.",
	Fix: checks.Fix{
		Terraform:      `Name security groups in "source_security_group_ids", or leave out "remote_access".`,
		CloudFormation: `Name security groups in "SourceSecurityGroups", or leave out "RemoteAccess".`,
		Live:           "Make a node group without remote access, and drain this one.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_100",
		KICS:    "73d59e76-a12c-4b74-a3d8-d3e1e19c25b3 ba40ace1-a047-483c-8a8d-bc2d3a67a82d",
	},
	References: []string{"https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_eks_node_group", Do: openSSH},
}

func openSSH(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "no remote access")
	for v := range checks.Within(r, "remote_access", "source_security_group_ids") {
		key := model.Not(v.Element.At("ec2_ssh_key").IsEmpty())
		at := v.Reported()
		p.Forbid(min(v.There, key, v.IsEmpty()), at, "%s is %v", at.Origin.Name, checks.Said(at))
	}
}
