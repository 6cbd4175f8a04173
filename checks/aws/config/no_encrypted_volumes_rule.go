package config

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NoEncryptedVolumesRule = &checks.Check{
	Title:    "No Config rule watches for volumes without encryption",
	Severity: checks.Low,
	Why:      "A disk that is made by hand, without encryption, is noticed by nobody.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_config_config_rule" whose "source" has source_identifier = "ENCRYPTED_VOLUMES".`,
		CloudFormation: `Add an "AWS::Config::ConfigRule" whose "Source" has "SourceIdentifier: ENCRYPTED_VOLUMES".`,
		Live:           `Run "aws configservice put-config-rule" with the rule ENCRYPTED_VOLUMES.`,
	},
	Aliases: checks.Aliases{
		KICS: "abdb29d4-5ca1-4e91-800b-b3569bbd788c 1b6322d9-c755-4f8c-b804-32c19250f2d9",
	},
	References: []string{"https://docs.aws.amazon.com/config/latest/developerguide/encrypted-volumes.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_config_config_rule", Do: encryptedVolumes},
}

// encryptedVolumes speaks once for all rules of a project or region, at the first of them.
func encryptedVolumes(p *checks.Pass, r *model.Resource) {
	rules := slices.Collect(r.Neighbours(r.Type))
	if rules[0] != r {
		return
	}
	watched := model.No
	for _, rule := range rules {
		watched = max(watched, rule.At("source.source_identifier").Is("ENCRYPTED_VOLUMES"))
	}
	p.Require(watched, r.Body, "no rule of this project has the source ENCRYPTED_VOLUMES")
}
