package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var EgressToAnywhere = &checks.Check{
	Title:    "Security group lets traffic out to the whole internet",
	Severity: checks.Low,
	Why:      "One port that leads anywhere is enough to send data away; endpoints and proxies make most such rules needless.",
	Fix: checks.Fix{
		Terraform:      `Name the addresses in "cidr_blocks" or "cidr_ipv4", a prefix list, or the other security group.`,
		CloudFormation: `Name the addresses in "CidrIp", a "DestinationPrefixListId", or a "DestinationSecurityGroupId".`,
		Live:           `Authorize egress to the addresses that are needed, then revoke the rule.`,
	},
	Aliases: checks.Aliases{
		KICS:   "ea33fcf7-394b-4d11-a228-985c5d08f205 1cc2fbd7-816c-4fbf-ad6d-38a4afa4312a",
		CfnNag: "W5",
		Guard:  "EC2_SECURITY_GROUP_EGRESS_OPEN_TO_WORLD_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: groupEgress, Do: egressToAnywhere},
}

// egressToAnywhere leaves out the rule that a group starts out with: another
// check says that it was left.
func egressToAnywhere(p *checks.Pass, r *model.Resource) {
	for rule := range view.Egress(r) {
		if rule.Source.Defaulted {
			continue
		}
		p.Forbid(rule.FromAnywhere(), rule.Source, "egress is open to %v", rule.Source)
	}
}
