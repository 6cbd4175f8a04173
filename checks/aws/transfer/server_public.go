// Package transfer holds the checks of Transfer Family.
package transfer

import "github.com/lintel-iac/lintel/checks"

var ServerPublic = &checks.Check{
	Title:    "Transfer server is reachable from the internet",
	Severity: checks.Medium,
	Why:      "Everyone can try names and passwords, and no security group can hold them back.",
	Fix: checks.Fix{
		Terraform:      `Set endpoint_type = "VPC" with "endpoint_details".`,
		CloudFormation: `Set "EndpointType: VPC" with "EndpointDetails".`,
		Live:           `Run "aws transfer update-server" with --endpoint-type VPC.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_164",
	},
	References: []string{"https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_transfer_server", Path: "endpoint_type", Of: []string{"VPC", "VPC_ENDPOINT"}},
}
