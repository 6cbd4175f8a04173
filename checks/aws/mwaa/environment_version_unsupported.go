package mwaa

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var EnvironmentVersionUnsupported = &checks.Check{
	Title:    "Airflow environment runs a version that AWS supports no more",
	Severity: checks.Medium,
	Why:      "Its weaknesses are known and stay open, and it cannot be made anew as it is.",
	Fix: checks.Fix{
		Terraform:      `Set "airflow_version" to a supported one, once the workflows run on it.`,
		CloudFormation: `Set "AirflowVersion" to a supported one, once the workflows run on it.`,
		Live:           `Run "aws mwaa update-environment" with --airflow-version.`,
	},
	References: []string{"https://docs.aws.amazon.com/mwaa/latest/userguide/airflow-versions.html"},
	Since:      "0.1",
	Rule:       lifecycle.Require{Type: "aws_mwaa_environment", Path: "airflow_version", Product: "airflow"},
}
