package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InstanceNetworkUnspecified = &checks.Check{
	Title:    "EC2 instance does not say in which network it is launched",
	Severity: checks.Low,
	Why:      "It goes to a default subnet of the default VPC and into its default security group, which nobody has designed for it.",
	Fix: checks.Fix{
		Terraform:      `Set "subnet_id" and "vpc_security_group_ids".`,
		CloudFormation: `Set "SubnetId" and "SecurityGroupIds".`,
		Live:           "Launch the instance anew, in a subnet of a VPC of your own.",
	},
	Aliases:    checks.Aliases{KICS: "a31a5a29-718a-4ff4-8001-a69e5e4d029e"},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-vpc.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_instance aws_spot_instance_request", Do: networkNamed},
}

func networkNamed(p *checks.Pass, r *model.Resource) {
	subnet, judge := said(p, r, "subnet_id")
	if !judge || subnet.State == model.Absent && hasInterface(r) {
		return
	}
	groups := r.At("vpc_security_group_ids")
	p.Forbid(min(subnet.IsEmpty(), groups.IsEmpty()), subnet, "neither %s nor %s is set", subnet.Origin.Name, groups.Origin.Name)
}
