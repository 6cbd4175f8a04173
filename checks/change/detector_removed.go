package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DetectorRemoved = &checks.Check{
	Title:    "The change removes what looks out for attacks and faults, or stops it",
	Severity: checks.High,
	Why:      "What goes wrong in the account from then on goes unnoticed.",
	Fix: checks.Fix{
		Terraform:      "Keep the detector, recorder or analyzer. Where other code takes it over, accept the finding with that reason.",
		CloudFormation: "Keep the detector, recorder or analyzer. Where another stack takes it over, accept the finding with that reason.",
	},
	References: []string{"https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html"},
	Loss:       true,
	Since:      "0.1",
	Rule:       checks.Func{On: detectorTypes, Do: detectorRemoved},
}

const detectorTypes = "aws_guardduty_detector aws_securityhub_account aws_macie2_account aws_inspector2_enabler aws_accessanalyzer_analyzer " +
	"aws_config_configuration_recorder aws_config_configuration_recorder_status"

var detectors = []flag{
	{"aws_guardduty_detector", "enable", ""},
	{"aws_macie2_account", "status", "ENABLED"},
	{"aws_config_configuration_recorder_status", "is_enabled", ""},
}

func detectorRemoved(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	if r.Scope.After.Become(r) == nil {
		removed(p, r, anyAdded(r))
		return
	}
	switchedOff(p, r, detectors)
}
