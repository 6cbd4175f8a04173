package eks

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ControlPlaneLogsDisabled = &checks.Check{
	Title:    "EKS cluster does not log all that its control plane does",
	Severity: checks.Medium,
	Why:      "After an intrusion nobody can tell who asked the cluster for what.",
	Fix: checks.Fix{
		Terraform:      `Set enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"].`,
		CloudFormation: `List all five types under "Logging.ClusterLogging.EnabledTypes".`,
		Live:           `Run "aws eks update-cluster-config" with --logging and all five types.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_37",
		KICS:    "37304d3f-f852-40b8-ae3f-725e87a7cedf 66f130d9-b81d-4e8e-9b08-da74b9c891df",
		Trivy:   "AVD-AWS-0038",
		Prowler: "eks_control_plane_logging_all_types_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_eks_cluster", Do: controlPlaneLogs},
}

func controlPlaneLogs(p *checks.Pass, r *model.Resource) {
	logs := r.At("enabled_cluster_log_types")
	var lacks []string
	complete := model.Yes
	for _, kind := range [...]string{"api", "audit", "authenticator", "controllerManager", "scheduler"} {
		has := logs.Contains(kind)
		complete = min(complete, has)
		if has == model.No {
			lacks = append(lacks, kind)
		}
	}
	if lacks != nil {
		p.Forbid(model.Yes, logs, "%s lacks %s", logs.Origin.Name, strings.Join(lacks, ", "))
		return
	}
	p.Require(complete, logs, "%s is %v", logs.Origin.Name, checks.Said(logs))
}
