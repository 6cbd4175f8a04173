package elasticache

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var DefaultSubnetGroup = &checks.Check{
	Title:    "ElastiCache does not say in which subnets it is",
	Severity: checks.Low,
	Why:      "Without a subnet group of its own it is put into the default VPC, whose subnets are public.",
	Fix: checks.Fix{
		Terraform:      `Set "subnet_group_name" to an "aws_elasticache_subnet_group" of private subnets.`,
		CloudFormation: `Set "CacheSubnetGroupName" to a group of private subnets.`,
		Live:           `Make a new cluster in a subnet group from a backup.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_323",
		KICS:    "8c849af7-a399-46f7-a34c-32d3dc96f1fc ba766c53-fe71-4bbb-be35-b6803f2ef13e",
		Prowler: "elasticache_cluster_uses_public_subnet",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html"},
	Since:      "0.1",
	Rule: checks.Every{
		namedSubnetGroup{
			Type: "aws_elasticache_cluster", Path: "subnet_group_name", NoneOf: []string{"default"},
			When: []checks.Condition{{Path: "replication_group_id", Empty: true}},
		},
		namedSubnetGroup{
			Type: "aws_elasticache_replication_group", Path: "subnet_group_name", NoneOf: []string{"default"},
			When: []checks.Condition{{Path: "global_replication_group_id", Empty: true}},
		},
	},
}

// namedSubnetGroup wants a subnet group that is not the default one. One of a template
// that has no name of its own gets another one.
type namedSubnetGroup checks.RequireSet

func (c namedSubnetGroup) Types() string { return c.Type }

func (c namedSubnetGroup) Judge(p *checks.Pass, r *model.Resource) {
	named := r.At(c.Path)
	for ref := range r.RefsAt(c.Path) {
		group := r.Scope.Resource(ref.To)
		if group == nil || group.Type != "AWS::ElastiCache::SubnetGroup" || !view.IsOf(named, group) {
			continue
		}
		if own := group.At("CacheSubnetGroupName"); own.State == model.Absent {
			p.Forbid(model.No, named, "")
			return
		}
	}
	checks.RequireSet(c).Judge(p, r)
}
