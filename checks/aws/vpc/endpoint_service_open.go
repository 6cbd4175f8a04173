package vpc

import "github.com/lintel-iac/lintel/checks"

var EndpointServiceOpen = &checks.Check{
	Title:    "Endpoint service accepts every connection by itself",
	Severity: checks.Medium,
	Why:      "Whoever is allowed to ask, which may be any account, is connected at once, without anybody looking.",
	Fix: checks.Fix{
		Terraform:      `Set "acceptance_required = true".`,
		CloudFormation: `Set "AcceptanceRequired: true".`,
		Live:           `Run "aws ec2 modify-vpc-endpoint-service-configuration" with --acceptance-required.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_123",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_vpc_endpoint_service", Path: "acceptance_required"},
}
