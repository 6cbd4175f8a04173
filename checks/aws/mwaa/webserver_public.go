// Package mwaa holds the checks of Managed Workflows for Apache Airflow.
package mwaa

import "github.com/lintel-iac/lintel/checks"

var WebserverPublic = &checks.Check{
	Title:    "Airflow's web server can be reached from the internet",
	Severity: checks.High,
	Why:      "Whoever has taken over an identity needs no way into the network, and a hole in Airflow is open to all.",
	Fix: checks.Fix{
		Terraform:      `Set webserver_access_mode = "PRIVATE_ONLY", or leave it out.`,
		CloudFormation: `Set "WebserverAccessMode: PRIVATE_ONLY", or leave it out.`,
		Live:           `Run "aws mwaa update-environment" with --webserver-access-mode PRIVATE_ONLY.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_66",
	},
	References: []string{"https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_mwaa_environment", Path: "webserver_access_mode", Of: []string{"PUBLIC_ONLY"}},
}
