package redshift

import "github.com/lintel-iac/lintel/checks"

var WorkgroupEnhancedRoutingDisabled = &checks.Check{
	Title:    "Redshift Serverless workgroup loads and unloads past its VPC",
	Severity: checks.Medium,
	Why: "The traffic of COPY and UNLOAD takes the internet's way: no security group, endpoint policy or flow " +
		"log sees where data goes.",
	Fix: checks.Fix{
		Terraform:      `Set "enhanced_vpc_routing = true".`,
		CloudFormation: `Set "EnhancedVpcRouting: true".`,
		Live:           `Run "aws redshift-serverless update-workgroup" with --enhanced-vpc-routing.`,
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_redshiftserverless_workgroup", Path: "enhanced_vpc_routing"},
}
