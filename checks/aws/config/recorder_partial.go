package config

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RecorderPartial = &checks.Check{
	Title:    "Config recorder leaves out some types of resources",
	Severity: checks.Low,
	Why:      "Changes of the types that are left out, and of those that AWS adds later, are recorded nowhere.",
	Fix: checks.Fix{
		Terraform:      `Set "all_supported = true" in the block "recording_group", or leave the block out.`,
		CloudFormation: `Set "AllSupported: true" in "RecordingGroup".`,
		Live:           `Run "aws configservice put-configuration-recorder" with allSupported=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_45 CKV2_AWS_48",
	},
	References: []string{"https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_config_configuration_recorder", Do: partial},
}

func partial(p *checks.Pass, r *model.Resource) {
	all := r.At("recording_group.all_supported")
	p.Require(all.IsTrue(), all, "%s is %v", all.Origin.Name, checks.Said(all))
	p.Beside(r.At("status").Origin.Resource)
}
