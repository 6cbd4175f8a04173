package autoscaling

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var GroupHealthCheckEc2 = &checks.Check{
	Title:    "Auto Scaling group behind a load balancer keeps instances that do not answer",
	Severity: checks.Low,
	Why:      "An instance whose program hangs stays in service for as long as its machine runs.",
	Fix: checks.Fix{
		Terraform:      `Set health_check_type = "ELB".`,
		CloudFormation: `Set "HealthCheckType: ELB".`,
		Live:           `Run "aws autoscaling update-auto-scaling-group" with --health-check-type ELB.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_15",
		Guard:   "AUTOSCALING_GROUP_ELB_HEALTHCHECK_REQUIRED",
		Prowler: "autoscaling_group_elb_health_check_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_autoscaling_group", Do: machineOnly},
}

func machineOnly(p *checks.Pass, r *model.Resource) {
	kind := r.At("health_check_type")
	p.Forbid(min(balanced(r), model.Not(kind.Satisfies(asksBalancer))), kind, "%s is %v", kind.Origin.Name, checks.Said(kind))
	for attachment := range r.Each("attachment") {
		p.Beside(attachment.Origin.Resource)
	}
}

// asksBalancer tells whether one of the types, of which there may be several,
// is that of load balancers.
func asksBalancer(types string) bool {
	return strings.Contains(types, "ELB") || strings.Contains(types, "VPC_LATTICE")
}

// balanced asks whether a load balancer sends traffic to a group.
func balanced(r *model.Resource) model.Truth {
	found := checks.Declared(r, "attachment")
	for _, path := range [...]string{"load_balancers", "target_group_arns", "traffic_source"} {
		found = max(found, model.Not(r.At(path).IsEmpty()))
	}
	return found
}
