package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SecurityGroupDefaultVPC = &checks.Check{
	Title:    "Security group is made in the default VPC",
	Severity: checks.Low,
	Why:      "What it guards runs in subnets that give public addresses and lead to the internet.",
	Fix: checks.Fix{
		Terraform:      `Name a VPC of your own as "vpc_id".`,
		CloudFormation: `Name a VPC of your own as "VpcId".`,
		Live:           "Make the group anew in a VPC of your own.",
	},
	Aliases: checks.Aliases{
		KICS: "493d9591-6249-47bf-8dc0-5c10161cc558",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_security_group", Do: groupInDefaultVPC},
}

func groupInDefaultVPC(p *checks.Pass, r *model.Resource) {
	vpc := r.At("vpc_id")
	p.Forbid(vpc.IsEmpty(), vpc, "%s is %v", vpc.Origin.Name, checks.Said(vpc))
	for ref := range r.RefsAt("vpc_id") {
		if target := p.Scope.Resource(ref.To); target != nil && target.Type == "aws_default_vpc" {
			p.Forbid(model.Yes, vpc, "%s is the default VPC", vpc.Origin.Name)
		}
	}
}
