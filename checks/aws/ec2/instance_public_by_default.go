package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InstancePublicByDefault = &checks.Check{
	Title:    "EC2 instance gets the public address that default subnets give",
	Severity: checks.Medium,
	Why: "Nothing says where it is to be, so it is put into a default subnet, which leads to the internet. " +
		"It can be reached as soon as one security group lets it be.",
	Fix: checks.Fix{
		Terraform:      `Name a private subnet as "subnet_id", or set "associate_public_ip_address = false".`,
		CloudFormation: `Name a private subnet as "SubnetId", or set "AssociatePublicIpAddress: false" in a network interface.`,
		Live:           `Launch the instance anew in a private subnet, behind a load balancer.`,
	},
	Aliases: checks.Aliases{
		KICS:    "5a2486aa-facf-477d-a5c1-b010789459ce",
		Prowler: "ec2_instance_public_ip",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/default-subnet.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_instance aws_spot_instance_request", Do: publicByDefault},
}

// publicByDefault reports an instance that says neither whether it gets an
// address nor where it is to be.
func publicByDefault(p *checks.Pass, r *model.Resource) {
	unsaid := model.Yes
	for _, path := range [...]string{
		"associate_public_ip_address", "subnet_id", "network_interface", "primary_network_interface", "launch_template",
	} {
		unsaid = min(unsaid, model.Is(r.At(path).State == model.Absent))
	}
	subnet := r.At("subnet_id")
	p.Forbid(unsaid, subnet, "%s is not set, and default subnets give public addresses", subnet.Origin.Name)
}
