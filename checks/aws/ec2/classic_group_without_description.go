package ec2

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClassicGroupWithoutDescription = &checks.Check{
	Title:    "Security group of ElastiCache or Redshift has no description",
	Severity: checks.Low,
	Why:      "Nobody can tell later what the group is for, and whether a rule may go.",
	Fix: checks.Fix{
		Terraform:      `Set "description".`,
		CloudFormation: `Set "Description".`,
	},
	Aliases: checks.Aliases{
		Trivy: "AVD-AWS-0049 AVD-AWS-0083",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-securitygroup.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Func{
		On: "aws_elasticache_security_group aws_redshift_security_group AWS::ElastiCache::SecurityGroup AWS::Redshift::ClusterSecurityGroup",
		Do: undescribedClassic,
	},
}

// undescribedClassic reads types that Terraform's provider has no more, or that
// no table maps.
func undescribedClassic(p *checks.Pass, r *model.Resource) {
	name := "description"
	if strings.HasPrefix(r.Type, "AWS::") {
		name = "Description"
	}
	description := r.At(name)
	p.Forbid(description.IsEmpty(), description, "%s is %v", description.Origin.Name, checks.Said(description))
}
