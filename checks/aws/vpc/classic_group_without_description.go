package vpc

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClassicGroupWithoutDescription = &checks.Check{
	Title:    "Security group of a data store is of EC2-Classic and has no description",
	Severity: checks.Low,
	Why:      "EC2-Classic is gone: such a group protects nothing, and nobody can tell any more what it was for.",
	Fix: checks.Fix{
		Terraform:      "Use a security group of the VPC, and describe it.",
		CloudFormation: "Use a security group of the VPC, and describe it.",
		Live:           "Delete the group.",
	},
	Aliases: checks.Aliases{
		Trivy: "AVD-AWS-0049 AVD-AWS-0083",
	},
	References: []string{"https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Func{
		On: "aws_elasticache_security_group aws_redshift_security_group AWS::ElastiCache::SecurityGroup AWS::Redshift::ClusterSecurityGroup",
		Do: undescribedClassic,
	},
}

func undescribedClassic(p *checks.Pass, r *model.Resource) {
	description := r.At("description")
	if strings.HasPrefix(r.Type, "AWS::") {
		description = r.At("Description")
	}
	p.Forbid(description.IsEmpty(), description, "%s is %v", description.Origin.Name, checks.Said(description))
}
