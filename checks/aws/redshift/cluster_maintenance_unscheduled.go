package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterMaintenanceUnscheduled = &checks.Check{
	Title:    "Redshift cluster does not say when it may be maintained",
	Severity: checks.Low,
	Why:      "Redshift then takes a window of its own, which may be the one in which the cluster is needed.",
	Fix: checks.Fix{
		Terraform:      `Set "preferred_maintenance_window".`,
		CloudFormation: `Set "PreferredMaintenanceWindow".`,
		Live:           `Run "aws redshift modify-cluster" with --preferred-maintenance-window.`,
	},
	Aliases:    checks.Aliases{Guard: "REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK"},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_redshift_cluster", Path: "preferred_maintenance_window"},
}
