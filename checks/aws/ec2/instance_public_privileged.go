package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var InstancePublicPrivileged = &checks.Check{
	Title:    "Instance that the internet reaches has the rights of an administrator",
	Severity: checks.Critical,
	Why: "One fault in what listens there is enough: whoever gets in takes the credentials of its role from the " +
		"metadata service, and with them the account.",
	Fix: checks.Fix{
		Terraform:      `Give the role only what the instance needs, and put the instance behind a load balancer, in a subnet without a route to the internet.`,
		CloudFormation: `Give the role only what the instance needs, and put the instance behind a load balancer, in a subnet without a route to the internet.`,
		Live:           `Attach a policy to the role that lists what the instance needs, then detach the wide one.`,
	},
	Aliases: checks.Aliases{Prowler: "ec2_instance_internet_facing_with_instance_profile"},
	References: []string{
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html",
		"https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_instance", Do: publicPrivileged},
}

func publicPrivileged(p *checks.Pass, r *model.Resource) {
	role := view.RoleOf(r)
	if role == nil {
		return
	}
	profile := r.At("iam_instance_profile")
	privileged, by := view.Privileged(role)
	if privileged == model.No {
		p.Forbid(model.No, profile, "")
		return
	}
	reached := view.Exposed(r)
	p.ForbidAlong(append(reached.Way, model.Hop{Name: "role " + role.Address, Range: by.Origin.Range}),
		min(reached.Open, privileged), reached.On(profile), "the internet reaches an instance whose role, %s, may do everything", role.Address)
}
