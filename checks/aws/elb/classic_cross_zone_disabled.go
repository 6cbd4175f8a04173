package elb

import "github.com/lintel-iac/lintel/checks"

var ClassicCrossZoneDisabled = &checks.Check{
	Title:    "Classic load balancer uses the instances of one zone for the clients of that zone only",
	Severity: checks.Low,
	Why:      "A zone with few or broken instances is overloaded while those of the others idle.",
	Fix: checks.Fix{
		Terraform:      `Set "cross_zone_load_balancing = true".`,
		CloudFormation: `Set "CrossZone: true".`,
		Live:           `Run "aws elb modify-load-balancer-attributes" with CrossZoneLoadBalancing.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_138",
		Guard:   "ELB_CROSS_ZONE_LOAD_BALANCING_ENABLED",
		Regula:  "FG_R00043",
		Prowler: "elb_cross_zone_load_balancing_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_elb", Path: "cross_zone_load_balancing"},
}
