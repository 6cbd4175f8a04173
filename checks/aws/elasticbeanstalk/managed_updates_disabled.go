package elasticbeanstalk

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ManagedUpdatesDisabled = &checks.Check{
	Title:    "Elastic Beanstalk environment does not update its platform by itself",
	Severity: checks.Low,
	Why:      "Holes in the operating system and the language stay open until somebody thinks of it.",
	Fix: checks.Fix{
		Terraform:      `Add a "setting" ManagedActionsEnabled = "true" in the namespace "aws:elasticbeanstalk:managedactions".`,
		CloudFormation: `Add an option setting ManagedActionsEnabled with the value true in the namespace "aws:elasticbeanstalk:managedactions".`,
		Live:           "Switch on managed updates in the configuration of the environment.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_340",
		Prowler: "elasticbeanstalk_environment_managed_updates_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elastic_beanstalk_environment", Do: withoutUpdates},
}

func withoutUpdates(p *checks.Pass, r *model.Resource) {
	v := setting(r, "aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled")
	p.Require(v.IsTrue(), v, "managed updates are not enabled")
}
