package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InstanceDefaultVPC = &checks.Check{
	Title:    "EC2 instance is launched into the default VPC",
	Severity: checks.Low,
	Why:      "The subnets of the default VPC give public addresses and lead to the internet.",
	Fix: checks.Fix{
		Terraform:      `Name a subnet of a VPC of your own as "subnet_id".`,
		CloudFormation: `Name a subnet of a VPC of your own as "SubnetId".`,
		Live:           "Launch the instance anew in a subnet of a VPC of your own.",
	},
	Aliases: checks.Aliases{
		KICS: "e42a3ef0-5325-4667-84bf-075ba1c9d58e 7e4a6e76-568d-43ef-8c4e-36dea481bff1 " +
			"8a6d36cd-0bc6-42b7-92c4-67acc8576861",
		Guard: "EC2_INSTANCES_IN_VPC",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_instance aws_spot_instance_request", Do: inDefaultVPC},
}

func inDefaultVPC(p *checks.Pass, r *model.Resource) {
	subnet, judge := said(p, r, "subnet_id")
	if !judge || subnet.State == model.Absent && hasInterface(r) {
		return
	}
	p.Forbid(subnet.IsEmpty(), subnet, "%s is %v", subnet.Origin.Name, checks.Said(subnet))
	for ref := range r.RefsAt("subnet_id") {
		if target := p.Scope.Resource(ref.To); target != nil {
			p.Forbid(ofDefaultVPC(p, target), subnet, "%s is a subnet of the default VPC", subnet.Origin.Name)
		}
	}
}

// hasInterface tells whether an instance is given network interfaces, which lie in
// subnets of their own. One that is deployed has them in any case.
func hasInterface(r *model.Resource) bool {
	return r.At("network_interface").State != model.Absent || r.At("primary_network_interface").State != model.Absent
}

// ofDefaultVPC asks whether a subnet is one that a default VPC comes with, or
// one that was added to it.
func ofDefaultVPC(p *checks.Pass, subnet *model.Resource) model.Truth {
	if subnet.Type == "aws_default_subnet" {
		return model.Yes
	}
	for ref := range subnet.RefsAt("vpc_id") {
		if vpc := p.Scope.Resource(ref.To); vpc != nil && vpc.Type == "aws_default_vpc" {
			return model.Yes
		}
	}
	return model.No
}
