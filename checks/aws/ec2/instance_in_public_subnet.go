package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var InstanceInPublicSubnet = &checks.Check{
	Title:    "EC2 instance lies in a subnet that is open to the internet",
	Severity: checks.Low,
	Why:      "A public address, now or later, is all that it takes for the whole internet to reach it.",
	Fix: checks.Fix{
		Terraform:      `Name a subnet without a route to an internet gateway in "subnet_id", and put a load balancer in front of it.`,
		CloudFormation: `Name a subnet without a route to an internet gateway in "SubnetId", and put a load balancer in front of it.`,
		Live:           "Launch the instance anew in a private subnet, behind a load balancer.",
	},
	Aliases: checks.Aliases{
		KICS: "c44c95fc-ae92-4bb8-bdf8-bb9bc412004a",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_instance aws_spot_instance_request", Do: inPublicSubnet},
}

func inPublicSubnet(p *checks.Pass, r *model.Resource) {
	at := r.At("subnet_id")
	p.Forbid(model.No, at, "")
	for ref := range r.RefsAt("subnet_id") {
		if subnet := p.Scope.Resource(ref.To); subnet != nil && subnet.Type == "aws_subnet" {
			p.Forbid(view.PublicSubnet(subnet), at, "%s is public", subnet.Address)
			p.Beside(subnet)
		}
	}
}
