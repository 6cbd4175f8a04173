package rds

import "github.com/lintel-iac/lintel/checks"

var PerformanceInsightsWithoutCustomerKey = &checks.Check{
	Title:    "Performance Insights of RDS are not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "performance_insights_kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "PerformanceInsightsKMSKeyId" to a KMS key of the account.`,
		Live:           `Turn Performance Insights off and on again with the key.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_354",
		Trivy:   "AVD-AWS-0078",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireCustomerKey{
		Type: "aws_db_instance aws_rds_cluster_instance", Path: "performance_insights_kms_key_id",
		When: []checks.Condition{{Path: "performance_insights_enabled", Of: []string{"true"}}},
	},
}
