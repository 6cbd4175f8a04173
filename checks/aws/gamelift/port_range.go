// Package gamelift holds the checks of GameLift.
package gamelift

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PortRange = &checks.Check{
	Title:    "GameLift fleet lets traffic in on a range of ports",
	Severity: checks.Low,
	Why:      "A range opens ports that nobody thought of.",
	Fix: checks.Fix{
		Terraform:      "Write one block for each port.",
		CloudFormation: "Write one permission for each port.",
		Live:           `Run "aws gamelift update-fleet-port-settings".`,
	},
	Aliases: checks.Aliases{
		KICS:   "43356255-495d-4148-ad8d-f6af5eac09dd",
		CfnNag: "W65",
		Guard:  "GAMELIFT_FLEET_INBOUND_PORT_RANGE_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/gamelift/latest/apireference/API_IpPermission.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_gamelift_fleet", Do: portRange},
}

func portRange(p *checks.Pass, r *model.Resource) {
	for v := range checks.Within(r, "ec2_inbound_permission", "from_port") {
		to := v.Element.At("to_port")
		fault := model.Is(!model.Same(v.Value, to))
		if v.State == model.Unknown || to.State == model.Unknown {
			fault = min(model.Maybe, fault)
		}
		p.Forbid(min(v.There, fault), v.Reported(), "ports %v to %v are open", v.Value, to)
	}
}
