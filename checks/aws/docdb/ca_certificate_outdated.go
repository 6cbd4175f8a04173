package docdb

import "github.com/lintel-iac/lintel/checks"

var CACertificateOutdated = &checks.Check{
	Title:    "DocumentDB instance names a certificate authority that has expired",
	Severity: checks.Medium,
	Why: "Clients that check the server's certificate no longer connect, and those that do not may be speaking " +
		"to anyone.",
	Fix: checks.Fix{
		Terraform:      `Set ca_cert_identifier = "rds-ca-rsa2048-g1", or leave it out.`,
		CloudFormation: `Set "CACertificateIdentifier: rds-ca-rsa2048-g1", or leave it out.`,
		Live:           `Run "aws docdb modify-db-instance" with --ca-certificate-identifier rds-ca-rsa2048-g1.`,
	},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/devguide/ca_cert_rotation.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_docdb_cluster_instance", Path: "ca_cert_identifier", Of: []string{"rds-ca-2015", "rds-ca-2019"}},
}
