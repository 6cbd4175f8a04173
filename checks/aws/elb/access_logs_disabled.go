package elb

import "github.com/lintel-iac/lintel/checks"

var AccessLogsDisabled = &checks.Check{
	Title:    "Load balancer does not log requests",
	Severity: checks.Medium,
	Why:      "After an attack nobody can tell who asked for what, and from where.",
	Fix: checks.Fix{
		Terraform:      `Add a block "access_logs" with a "bucket" and "enabled = true".`,
		CloudFormation: `Set the attribute "access_logs.s3.enabled" to true in "LoadBalancerAttributes".`,
		Live:           `Run "aws elbv2 modify-load-balancer-attributes" with access_logs.s3.enabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_91",
		KICS:    "c62e8b7d-1fdf-4050-ac4c-76ba9e1d9621",
		CfnNag:  "W52",
		Guard:   "ELBV2_ACCESS_LOGGING_RULE",
		Regula:  "FG_R00066",
		Prowler: "elbv2_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_lb", Path: "access_logs.enabled",
		When: []checks.Condition{{Path: "load_balancer_type", NoneOf: []string{"gateway"}}},
	},
}
