package elb

import "github.com/lintel-iac/lintel/checks"

var ClassicBackendWithoutTLS = &checks.Check{
	Title:    "Classic load balancer speaks plain HTTP to its instances",
	Severity: checks.Low,
	Why:      "What arrives encrypted goes on in clear: whoever gets into the network reads and changes it.",
	Fix: checks.Fix{
		Terraform:      `Set instance_protocol = "https", or "ssl" where lb_protocol is "ssl".`,
		CloudFormation: `Set "InstanceProtocol: HTTPS", or SSL where the protocol is SSL.`,
		Live:           `Add a listener whose instance protocol is HTTPS, and delete the other.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_376",
		KICS:    "80908a75-586b-4c61-ab04-490f4f4525b8",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_elb", Each: "listener", Path: "instance_protocol", Of: []string{"http"}},
}
