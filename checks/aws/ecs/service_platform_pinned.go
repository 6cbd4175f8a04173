package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ServicePlatformPinned = &checks.Check{
	Title:    "Fargate service stays on an old platform version",
	Severity: checks.Low,
	Why:      "It no longer gets fixes of the kernel and the container runtime.",
	Fix: checks.Fix{
		Terraform:      `Leave out "platform_version", or set it to "LATEST".`,
		CloudFormation: `Leave out "PlatformVersion", or set it to LATEST.`,
		Live:           `Run "aws ecs update-service" with --platform-version LATEST.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_332",
		Prowler: "ecs_service_fargate_latest_platform_version",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule:    checks.Func{On: "aws_ecs_service", Do: pinnedPlatform},
}

// pinnedPlatform lets pass 1.4.0, which is the latest for Linux, and what does not
// run on Fargate.
func pinnedPlatform(p *checks.Pass, r *model.Resource) {
	v := r.At("platform_version")
	elsewhere := r.At("launch_type").IsFold("EC2", "EXTERNAL")
	p.Require(max(v.IsEmpty(), v.IsFold("LATEST", "1.4.0"), min(v.IsSet(), elsewhere)), v, "%s is %v", v.Origin.Name, checks.Said(v))
}
