// Package config holds the checks of Config.
package config

import "github.com/lintel-iac/lintel/checks"

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
	Rule: checks.Every{
		checks.RequireOne{Type: "aws_config_configuration_aggregator", Of: []checks.Condition{{Path: "account_aggregation_source"}, {Path: "organization_aggregation_source"}}},
		checks.RequireTrue{Type: "aws_config_configuration_aggregator", Each: "account_aggregation_source", Path: "all_regions"},
		checks.RequireTrue{Type: "aws_config_configuration_aggregator", Each: "organization_aggregation_source", Path: "all_regions"},
	},
}
