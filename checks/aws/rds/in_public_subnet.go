package rds

import (
	"iter"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var InPublicSubnet = &checks.Check{
	Title:    "Database lies in a subnet that is open to the internet",
	Severity: checks.Medium,
	Why:      "One more setting, a public address, and the whole internet can try passwords.",
	Fix: checks.Fix{
		Terraform:      `Name subnets without a route to an internet gateway in the "aws_db_subnet_group".`,
		CloudFormation: `Name subnets without a route to an internet gateway in the "AWS::RDS::DBSubnetGroup".`,
		Live:           "Move the database to a subnet group of private subnets.",
	},
	Aliases: checks.Aliases{
		KICS: "2f737336-b18a-4602-8ea0-b200312e1ac1 4e88adee-a8eb-4605-a78d-9fb1096e3091",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance aws_rds_cluster", Do: inPublicSubnet},
}

func inPublicSubnet(p *checks.Pass, r *model.Resource) {
	group := r.At("db_subnet_group_name")
	p.Forbid(model.No, group, "")
	for subnet := range subnetsOf(r) {
		p.Forbid(view.PublicSubnet(subnet), group, "%s is public", subnet.Address)
	}
}

// subnetsOf yields the subnets of a database that the scope declares.
func subnetsOf(r *model.Resource) iter.Seq[*model.Resource] {
	return func(yield func(*model.Resource) bool) {
		for ref := range r.RefsAt("db_subnet_group_name") {
			group := r.Scope.Resource(ref.To)
			if group == nil || group.Type != "aws_db_subnet_group" {
				continue
			}
			for ref := range group.RefsAt("subnet_ids") {
				if subnet := r.Scope.Resource(ref.To); subnet != nil && subnet.Type == "aws_subnet" && !yield(subnet) {
					return
				}
			}
		}
	}
}
