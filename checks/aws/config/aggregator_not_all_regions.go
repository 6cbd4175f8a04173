// Package config holds the checks of Config.
package config

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AggregatorNotAllRegions = &checks.Check{
	Title:    "Config aggregator does not gather all regions",
	Severity: checks.Medium,
	Why:      "What goes on in a region that nobody uses goes unseen, and that is where an intruder works.",
	Fix: checks.Fix{
		Terraform:      `Set "all_regions = true" in the source of the aggregator.`,
		CloudFormation: `Set "AllAwsRegions: true" in the source of the aggregator.`,
		Live:           `Run "aws configservice put-configuration-aggregator" with AllAwsRegions=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_121",
		KICS:    "ac5a0bc0-a54c-45aa-90c3-15f7703b9132 9f3cf08e-72a2-4eb1-8007-e3b1b0e10d4d",
		Trivy:   "AVD-AWS-0019",
	},
	References: []string{"https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_config_configuration_aggregator", Do: allRegions},
}

func allRegions(p *checks.Pass, r *model.Resource) {
	none := model.Yes
	for _, source := range [...]string{"account_aggregation_source", "organization_aggregation_source"} {
		none = min(none, r.At(source).IsEmpty())
		checks.RequireTrue{Type: r.Type, Each: source, Path: "all_regions"}.Judge(p, r)
	}
	p.Forbid(none, r.Body, "no source is named, so no region is covered")
}
