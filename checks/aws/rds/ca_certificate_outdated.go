package rds

import "github.com/lintel-iac/lintel/checks"

var CACertificateOutdated = &checks.Check{
	Title:    "RDS instance names a certificate authority that has expired",
	Severity: checks.Medium,
	Why: "Clients that check the server's certificate no longer connect, and those that do not may be speaking " +
		"to anyone.",
	Fix: checks.Fix{
		Terraform:      `Set ca_cert_identifier = "rds-ca-rsa2048-g1", or leave it out.`,
		CloudFormation: `Set "CACertificateIdentifier: rds-ca-rsa2048-g1", or leave it out.`,
		Live:           `Run "aws rds modify-db-instance" with --ca-certificate-identifier rds-ca-rsa2048-g1.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_211",
		KICS:    "9f40c07e-699e-4410-8856-3ba0f2e3a2dd",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_db_instance aws_rds_cluster_instance", Path: "ca_cert_identifier", Of: []string{"rds-ca-2015", "rds-ca-2019"}},
}
