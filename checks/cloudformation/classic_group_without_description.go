package cloudformation

import "github.com/lintel-iac/lintel/checks"

var ClassicGroupWithoutDescription = &checks.Check{
	Title:    "Security group of ElastiCache or Redshift has no description",
	Severity: checks.Low,
	Why:      "Nobody can tell later what the group is for, and whether a rule may go.",
	Fix: checks.Fix{
		CloudFormation: `Set "Description".`,
	},
	Aliases: checks.Aliases{
		Trivy: "AVD-AWS-0049 AVD-AWS-0083",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-securitygroup.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "AWS::ElastiCache::SecurityGroup AWS::Redshift::ClusterSecurityGroup", Path: "Description"},
}
