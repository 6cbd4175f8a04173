package elb

import "github.com/lintel-iac/lintel/checks"

var TargetGroupDefaultHealthCheck = &checks.Check{
	Title:    "Targets are probed at the root of the site",
	Severity: checks.Low,
	Why:      "A target counts as well while its page at / answers, whatever else of it is broken.",
	Fix: checks.Fix{
		Terraform:      `Add a block "health_check" with the "path" of a page that tests what matters.`,
		CloudFormation: `Set "HealthCheckPath".`,
		Live:           `Run "aws elbv2 modify-target-group" with --health-check-path.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_261",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_lb_target_group", Path: "health_check.path",
		When: []checks.Condition{{Path: "protocol", Of: []string{"HTTP", "HTTPS"}}},
	},
}
