package redshift

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var TLSNotRequired = &checks.Check{
	Title:    "Redshift parameter group lets clients connect without TLS",
	Severity: checks.Medium,
	Why:      "Queries, answers and passwords can be read or changed by anyone on the way.",
	Fix: checks.Fix{
		Terraform:      `Set the parameter require_ssl to true.`,
		CloudFormation: `Set the parameter require_ssl to true.`,
		Live:           `Run "aws redshift modify-cluster-parameter-group" with require_ssl=true, and reboot the cluster.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_105",
		Prowler: "redshift_cluster_in_transit_encryption_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html",
		"https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_redshift_parameter_group", Do: tlsNotRequired},
}

// tlsNotRequired minds that the family redshift-2.0 requires TLS unless told
// otherwise.
func tlsNotRequired(p *checks.Pass, r *model.Resource) {
	required := checks.Parameter(r, "require_ssl")
	byDefault := min(required.IsEmpty(), r.At("family").IsFold("redshift-2.0"))
	p.Require(max(required.IsFold("true", "1", "on"), byDefault), required, "require_ssl is %v", checks.Said(required))
}
