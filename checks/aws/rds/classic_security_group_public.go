package rds

import (
	"net/netip"

	"github.com/lintel-iac/lintel/checks"
)

var ClassicSecurityGroupPublic = &checks.Check{
	Title:    "Security group of a database lets in the whole internet",
	Severity: checks.High,
	Why:      "Everyone may try the passwords of the database, and whatever hole its engine has.",
	Fix: checks.Fix{
		Terraform:      `Name the addresses that need it in "cidr", or use a security group of the VPC.`,
		CloudFormation: `Name the addresses that need it in "CIDRIP", or use a security group of the VPC.`,
		Live:           `Run "aws rds revoke-db-security-group-ingress".`,
	},
	Aliases: checks.Aliases{
		KICS: "f0d8781f-99bf-4958-9917-d39283b168a0 1e0ef61b-ad85-4518-a3d3-85eaad164885 " +
			"9564406d-e761-4e61-b8d7-5926e3ab8e79 4f615f3e-fb9c-4fad-8b70-2e9f781806ce " +
			"0104165b-02d5-426f-abc9-91fb48189899",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "aws_db_security_group", Each: "ingress", Path: "cidr", Is: isAnywhere},
}

// isAnywhere tells whether a range is that of all addresses.
func isAnywhere(network string) bool {
	prefix, err := netip.ParsePrefix(network)
	return err == nil && prefix.Bits() == 0
}
