package elb

import "github.com/lintel-iac/lintel/checks"

var TargetGroupPlainHTTP = &checks.Check{
	Title:    "Load balancer speaks plain HTTP to its targets",
	Severity: checks.Low,
	Why:      "What arrives encrypted goes on in clear: whoever gets into the network reads and changes it.",
	Fix: checks.Fix{
		Terraform:      `Set protocol = "HTTPS".`,
		CloudFormation: `Set "Protocol: HTTPS".`,
		Live:           "Make a target group with the protocol HTTPS, and move the listener to it.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_378",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_lb_target_group", Path: "protocol", Of: []string{"HTTP"}},
}
