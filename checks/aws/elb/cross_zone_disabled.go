package elb

import "github.com/lintel-iac/lintel/checks"

var CrossZoneDisabled = &checks.Check{
	Title:    "Load balancer uses the targets of one zone for the clients of that zone only",
	Severity: checks.Low,
	Why:      "A zone with few or broken targets is overloaded while those of the others idle.",
	Fix: checks.Fix{
		Terraform:      `Set "enable_cross_zone_load_balancing = true".`,
		CloudFormation: `Set the attribute "load_balancing.cross_zone.enabled" to true in "LoadBalancerAttributes".`,
		Live:           `Run "aws elbv2 modify-load-balancer-attributes" with load_balancing.cross_zone.enabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_152",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_lb", Path: "enable_cross_zone_load_balancing",
		When: []checks.Condition{{Path: "load_balancer_type", Of: []string{"network", "gateway"}}},
	},
}
