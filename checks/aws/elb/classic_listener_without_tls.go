package elb

import "github.com/lintel-iac/lintel/checks"

var ClassicListenerWithoutTLS = &checks.Check{
	Title:    "Classic load balancer serves plain HTTP",
	Severity: checks.High,
	Why:      "Whoever sits on the way reads and changes what is sent, passwords and sessions included.",
	Fix: checks.Fix{
		Terraform:      `Set lb_protocol = "https", or "ssl", with a certificate.`,
		CloudFormation: `Set "Protocol: HTTPS", or SSL, with a certificate.`,
		Live:           `Add a listener with a certificate, and delete the plain one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_376",
		KICS:    "80908a75-586b-4c61-ab04-490f4f4525b8 275a3217-ca37-40c1-a6cf-bb57d245ab32",
		Guard:   "ELB_TLS_HTTPS_LISTENERS_ONLY",
		Regula:  "FG_R00013",
		Prowler: "elb_ssl_listeners",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_elb", Each: "listener", Path: "lb_protocol", Of: []string{"http"}},
}
