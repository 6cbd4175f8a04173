package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterEnhancedRoutingDisabled = &checks.Check{
	Title:    "Redshift cluster loads and unloads past its VPC",
	Severity: checks.Medium,
	Why: "The traffic of COPY and UNLOAD takes the internet's way: no security group, endpoint policy or flow " +
		"log sees where data goes.",
	Fix: checks.Fix{
		Terraform:      `Set "enhanced_vpc_routing = true".`,
		CloudFormation: `Set "EnhancedVpcRouting: true".`,
		Live:           `Run "aws redshift modify-cluster" with --enhanced-vpc-routing.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_321",
		Guard:   "REDSHIFT_ENHANCED_VPC_ROUTING_ENABLED",
		Prowler: "redshift_cluster_enhanced_vpc_routing",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_redshift_cluster", Path: "enhanced_vpc_routing"},
}
