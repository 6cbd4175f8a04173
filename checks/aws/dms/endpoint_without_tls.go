package dms

import "github.com/lintel-iac/lintel/checks"

var EndpointWithoutTLS = &checks.Check{
	Title:    "DMS endpoint does not use TLS",
	Severity: checks.Medium,
	Why:      "Rows and passwords can be read or changed by anyone between the database and the replication instance.",
	Fix: checks.Fix{
		Terraform:      `Set "ssl_mode" to require, verify-ca or verify-full.`,
		CloudFormation: `Set "SslMode" to require, verify-ca or verify-full.`,
		Live:           `Run "aws dms modify-endpoint" with --ssl-mode.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_49",
		Prowler: "dms_endpoint_ssl_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_dms_endpoint", Path: "ssl_mode", Of: []string{"none"},
		When: []checks.Condition{{Path: "engine_name", NoneOf: []string{
			"dynamodb", "elasticsearch", "kafka", "kinesis", "neptune", "opensearch", "redis", "redshift", "s3", "timestream",
		}}},
	},
}
