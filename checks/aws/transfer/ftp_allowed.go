package transfer

import "github.com/lintel-iac/lintel/checks"

var FTPAllowed = &checks.Check{
	Title:    "Transfer server speaks plain FTP",
	Severity: checks.High,
	Why:      "Names, passwords and files go over the wire in clear.",
	Fix: checks.Fix{
		Terraform:      `Leave FTP out of "protocols".`,
		CloudFormation: `Leave FTP out of "Protocols".`,
		Live:           `Run "aws transfer update-server" with --protocols SFTP.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_357",
		Prowler: "transfer_server_in_transit_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html"},
	Since:      "0.1",
	Rule:       checks.ForbidElement{Type: "aws_transfer_server", Path: "protocols", Of: []string{"FTP"}},
}
