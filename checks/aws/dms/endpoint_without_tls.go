package dms

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

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
	Rule:       checks.Func{On: "aws_dms_endpoint", Do: endpointWithoutTLS},
}

// endpointWithoutTLS leaves out what has no such mode: services that are spoken to
// by HTTPS, and those with a setting of their own.
func endpointWithoutTLS(p *checks.Pass, r *model.Resource) {
	mode := r.At("ssl_mode")
	other := r.At("engine_name").IsFold("dynamodb", "elasticsearch", "kafka", "kinesis", "neptune", "opensearch", "redis", "redshift", "s3", "timestream")
	p.Forbid(min(mode.IsFold("none"), model.Not(other)), mode, "%s is %v", mode.Origin.Name, checks.Said(mode))
}
