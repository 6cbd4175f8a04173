// Package cloudformation holds the checks of faults that only a template can have.
package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var EgressUnspecified = &checks.Check{
	Title:    "Security group says nothing of egress, and all of it is allowed",
	Severity: checks.Low,
	Why:      "Whoever reads the template cannot tell whether everything shall be let out or nobody thought of it.",
	Fix: checks.Fix{
		CloudFormation: `Write the rules that are needed under "SecurityGroupEgress".`,
	},
	Aliases: checks.Aliases{
		CfnNag: "F1000",
		Guard:  "SECURITY_GROUP_MISSING_EGRESS_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_security_group", Do: egressUnspecified},
}

func egressUnspecified(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	for rule := range view.Egress(r) {
		p.Forbid(min(model.Is(rule.Source.Defaulted), rule.FromAnywhere()), rule.Source, "egress is open to %v, as nothing is said of it", rule.Source)
	}
}
