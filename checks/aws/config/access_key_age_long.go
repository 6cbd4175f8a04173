package config

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var AccessKeyAgeLong = &checks.Check{
	Title:    "Access keys may be older than 90 days by the rule that watches them",
	Severity: checks.Low,
	Why:      "A key that leaked unnoticed stays good for as long.",
	Fix: checks.Fix{
		Terraform:      `Set "maxAccessKeyAge" to 90 or less.`,
		CloudFormation: `Set "maxAccessKeyAge" to 90 or less.`,
		Live:           `Run "aws configservice put-config-rule" with the parameter.`,
	},
	Aliases: checks.Aliases{
		KICS: "800fa019-49dd-421b-9042-7331fdd83fa2",
	},
	References: []string{"https://docs.aws.amazon.com/config/latest/developerguide/access-keys-rotated.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_config_config_rule", Do: oldKeys},
}

func oldKeys(p *checks.Pass, r *model.Resource) {
	if r.At("source.source_identifier").Is("ACCESS_KEYS_ROTATED") != model.Yes {
		return
	}
	parameters := r.At("input_parameters")
	age := view.Structure(parameters).At("maxAccessKeyAge")
	p.Forbid(min(age.IsSet(), model.Not(age.AtMost(90))), parameters, "maxAccessKeyAge is %v", age)
}
