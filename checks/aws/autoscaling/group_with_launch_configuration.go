// Package autoscaling holds the checks of EC2 Auto Scaling.
package autoscaling

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var GroupWithLaunchConfiguration = &checks.Check{
	Title:    "Auto Scaling group starts from a launch configuration",
	Severity: checks.Low,
	Why: "AWS adds nothing to launch configurations any more, new accounts cannot make them, and they have no " +
		"versions to go back to.",
	Fix: checks.Fix{
		Terraform:      `Make an "aws_launch_template", and name it in a block "launch_template".`,
		CloudFormation: `Make an "AWS::EC2::LaunchTemplate", and name it in "LaunchTemplate".`,
		Live:           `Run "aws autoscaling update-auto-scaling-group" with --launch-template.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_315",
		Prowler: "autoscaling_group_using_ec2_launch_template",
	},
	References: []string{"https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_autoscaling_group", Do: launchConfiguration},
}

func launchConfiguration(p *checks.Pass, r *model.Resource) {
	v := r.At("launch_configuration")
	named := model.Not(v.IsEmpty())
	for ref := range r.RefsAt("launch_configuration") {
		// A configuration has a name, if only one that its provider will make up.
		if ref.Exact && strings.Contains(ref.To, "aws_launch_configuration.") {
			named = model.Yes
		}
	}
	p.Forbid(named, v, "%s is used", v.Origin.Name)
}
