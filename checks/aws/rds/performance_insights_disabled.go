package rds

import "github.com/lintel-iac/lintel/checks"

var PerformanceInsightsDisabled = &checks.Check{
	Title:    "RDS instance does not record what loads it",
	Severity: checks.Low,
	Why:      "When the database slows down, nothing tells which queries did it.",
	Fix: checks.Fix{
		Terraform:      `Set "performance_insights_enabled = true".`,
		CloudFormation: `Set "EnablePerformanceInsights: true".`,
		Live:           `Run "aws rds modify-db-instance" with --enable-performance-insights.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_353",
		Trivy:   "AVD-AWS-0133",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_db_instance aws_rds_cluster_instance", Path: "performance_insights_enabled"},
}
