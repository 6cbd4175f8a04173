package rds

import "github.com/lintel-iac/lintel/checks"

var ClassicSecurityGroupWide = &checks.Check{
	Title:    "Security group of a database lets in a wide range of addresses",
	Severity: checks.Medium,
	Why:      "Many who have no business with the database may try its passwords.",
	Fix: checks.Fix{
		Terraform:      `Name the addresses that need it in "cidr", or use a security group of the VPC.`,
		CloudFormation: `Name the addresses that need it in "CIDRIP", or use a security group of the VPC.`,
		Live:           `Run "aws rds revoke-db-security-group-ingress".`,
	},
	Aliases: checks.Aliases{
		KICS: "4f615f3e-fb9c-4fad-8b70-2e9f781806ce 0104165b-02d5-426f-abc9-91fb48189899",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "aws_db_security_group", Each: "ingress", Path: "cidr", Is: isWideInside},
}

// isWideInside tells whether a range of more than 256 addresses is less than the whole
// internet, which is worse, and reported as such.
func isWideInside(network string) bool { return isWide(network) && !isAnywhere(network) }
