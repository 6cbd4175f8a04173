package vpc

import "github.com/lintel-iac/lintel/checks"

var TransitGatewayOpen = &checks.Check{
	Title:    "Transit gateway accepts every VPC by itself",
	Severity: checks.Medium,
	Why:      "Any account it is shared with can attach a network and reach all the others.",
	Fix: checks.Fix{
		Terraform:      `Set auto_accept_shared_attachments = "disable".`,
		CloudFormation: `Set "AutoAcceptSharedAttachments: disable".`,
		Live:           `Run "aws ec2 modify-transit-gateway" with --options AutoAcceptSharedAttachments=disable.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_331",
		Prowler: "ec2_transitgateway_auto_accept_vpc_attachments",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_ec2_transit_gateway", Path: "auto_accept_shared_attachments", Of: []string{"enable"}},
}
