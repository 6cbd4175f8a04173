package autoscaling

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var GroupSingleZone = &checks.Check{
	Title:    "Auto Scaling group lives in one availability zone",
	Severity: checks.Low,
	Why:      "When the zone fails, all its instances fail, and no others are started.",
	Fix: checks.Fix{
		Terraform:      `Name subnets of at least two zones in "vpc_zone_identifier".`,
		CloudFormation: `Name subnets of at least two zones in "VPCZoneIdentifier".`,
		Live:           `Run "aws autoscaling update-auto-scaling-group" with --vpc-zone-identifier.`,
	},
	Aliases: checks.Aliases{
		Regula:  "FG_R00014",
		Prowler: "autoscaling_group_multiple_az",
	},
	References: []string{"https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-availability-zone.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_autoscaling_group", Do: singleZone},
}

// singleZone takes two subnets for two zones: those of one group that lie in the
// same zone are not told from others by their ids.
func singleZone(p *checks.Pass, r *model.Resource) {
	for _, path := range [...]string{"vpc_zone_identifier", "availability_zones"} {
		v := r.At(path)
		if v.State == model.Absent {
			continue
		}
		single := model.Maybe
		if zones, ok := v.Data.([]model.Value); ok {
			single = model.Is(len(zones) < 2)
		}
		p.Forbid(single, v, "%s is %v", v.Origin.Name, checks.Said(v))
	}
}
