package elb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClassicAccessLogsDisabled = &checks.Check{
	Title:    "Classic load balancer does not log requests",
	Severity: checks.Medium,
	Why:      "After an attack nobody can tell who asked for what, and from where.",
	Fix: checks.Fix{
		Terraform:      `Add a block "access_logs" with a "bucket".`,
		CloudFormation: `Set "AccessLoggingPolicy" with "Enabled: true".`,
		Live:           `Run "aws elb modify-load-balancer-attributes" with AccessLog.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_92",
		KICS:    "ee12ad32-2863-4c0f-b13f-28272d115028 20018359-6fd7-4d05-ab26-d4dffccbdf79",
		CfnNag:  "W26",
		Guard:   "ELB_LOGGING_ENABLED",
		Regula:  "FG_R00066",
		Prowler: "elb_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elb", Do: unloggedClassic},
}

func unloggedClassic(p *checks.Pass, r *model.Resource) {
	logs := r.At("access_logs")
	enabled := r.At("access_logs.enabled")
	if logs.IsSet() == model.No {
		p.Forbid(model.Yes, logs, "%s is not set", logs.Origin.Name)
		return
	}
	p.Require(min(logs.IsSet(), enabled.IsTrue()), enabled, "%s is %v", enabled.Origin.Name, checks.Said(enabled))
}
