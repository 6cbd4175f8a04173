package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var InstanceReachable = &checks.Check{
	Title:    "Database can be reached from the internet",
	Severity: checks.Critical,
	Why: "It has a public address, and its security group lets everyone in: nothing but its password is in front " +
		"of it, and machines try passwords all day.",
	Fix: checks.Fix{
		Terraform:      `Set "publicly_accessible = false", and let the security group admit the security groups of those that use it.`,
		CloudFormation: `Set "PubliclyAccessible: false", and let the security group admit the security groups of those that use it.`,
		Live:           `Run "aws rds modify-db-instance" with --no-publicly-accessible, and revoke the open rule of the security group.`,
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_db_instance", Do: reachable},
}

func reachable(p *checks.Pass, r *model.Resource) {
	reached := view.Exposed(r)
	public := r.At("publicly_accessible")
	p.ForbidAlong(reached.Way, reached.Open, reached.On(public), "%s is %v, and a security group lets the internet in", public.Origin.Name, checks.Said(public))
}
