package rds

import "github.com/lintel-iac/lintel/checks"

var EnhancedMonitoringDisabled = &checks.Check{
	Title:    "RDS instance does not report on its operating system",
	Severity: checks.Low,
	Why:      "When the database slows down, nothing tells what its host was doing.",
	Fix: checks.Fix{
		Terraform:      `Set "monitoring_interval" to 60, and "monitoring_role_arn".`,
		CloudFormation: `Set "MonitoringInterval" to 60, and "MonitoringRoleArn".`,
		Live:           `Run "aws rds modify-db-instance" with --monitoring-interval 60 and --monitoring-role-arn.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_118",
		Guard:   "RDS_ENHANCED_MONITORING_ENABLED",
		Prowler: "rds_instance_enhanced_monitoring_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAtLeast{Type: "aws_db_instance aws_rds_cluster_instance", Path: "monitoring_interval", Min: 1},
}
