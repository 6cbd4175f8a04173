package config

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var KeyRotationSlow = &checks.Check{
	Title:    "Config rule lets access keys live for more than 90 days",
	Severity: checks.Low,
	Why:      "A key that leaked is good for as long as it is kept, and the rule is there to have it replaced.",
	Fix: checks.Fix{
		Terraform:      `Set "maxAccessKeyAge" to 90 or less in "input_parameters".`,
		CloudFormation: `Set "maxAccessKeyAge" to 90 or less in "InputParameters".`,
		Live:           `Run "aws configservice put-config-rule" with a smaller maxAccessKeyAge.`,
	},
	Aliases:    checks.Aliases{KICS: "800fa019-49dd-421b-9042-7331fdd83fa2"},
	References: []string{"https://docs.aws.amazon.com/config/latest/developerguide/access-keys-rotated.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_config_config_rule", Do: slowRotation},
}

func slowRotation(p *checks.Pass, r *model.Resource) {
	watches := r.At("source.source_identifier").Is("ACCESS_KEYS_ROTATED")
	age := view.Structure(r.At("input_parameters")).At("maxAccessKeyAge")
	p.Forbid(min(watches, model.Not(age.Or(90.0).AtMost(90))), age, "%s is %v", age.Origin.Name, checks.Said(age))
}
