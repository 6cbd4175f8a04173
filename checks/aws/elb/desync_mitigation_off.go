package elb

import "github.com/lintel-iac/lintel/checks"

var DesyncMitigationOff = &checks.Check{
	Title:    "Load balancer only watches requests that may smuggle others",
	Severity: checks.Medium,
	Why:      "A request that balancer and server read differently is passed on, and can carry another past every rule.",
	Fix: checks.Fix{
		Terraform:      `Set desync_mitigation_mode = "defensive", or "strictest".`,
		CloudFormation: `Set the attribute "routing.http.desync_mitigation_mode" to defensive in "LoadBalancerAttributes".`,
		Live:           `Run "aws elbv2 modify-load-balancer-attributes" with routing.http.desync_mitigation_mode=defensive.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_328",
		Prowler: "elbv2_desync_mitigation_mode elb_desync_mitigation_mode",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_lb aws_elb", Path: "desync_mitigation_mode", Of: []string{"monitor"}},
}
