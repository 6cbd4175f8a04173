package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ContainerInsightsDisabled = &checks.Check{
	Title:    "ECS cluster reports no metrics of its containers",
	Severity: checks.Low,
	Why:      "A container that is overloaded, or that someone else makes use of, is not seen.",
	Fix: checks.Fix{
		Terraform:      `Add a block "setting" with name = "containerInsights" and value = "enhanced".`,
		CloudFormation: `Set "ClusterSettings" with "containerInsights" and the value enhanced.`,
		Live:           `Run "aws ecs update-cluster-settings" with name=containerInsights,value=enhanced.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_65",
		KICS:    "ab759fde-e1e8-4b0e-ad73-ba856e490ed8 97cb0688-369a-4d26-b1f7-86c4c91231bc",
		Trivy:   "AVD-AWS-0034",
		Prowler: "ecs_cluster_container_insights_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ecs_cluster", Do: withoutInsights},
}

func withoutInsights(p *checks.Pass, r *model.Resource) {
	on := model.No
	for v := range checks.Within(r, "setting", "value") {
		on = max(on, min(v.There, v.Element.At("name").Is("containerInsights"), v.Is("enabled", "enhanced")))
	}
	p.Require(on, r.At("setting"), "containerInsights is not enabled")
}
