package msk

import "github.com/lintel-iac/lintel/checks"

var ClusterUnauthenticatedAccess = &checks.Check{
	Title:    "MSK cluster does not ask clients who they are",
	Severity: checks.High,
	Why:      "Whoever reaches the brokers may read and write every topic.",
	Fix: checks.Fix{
		Terraform:      `Set "unauthenticated = false", and "iam = true" in a "sasl" block.`,
		CloudFormation: `Set "Enabled: false" under "ClientAuthentication.Unauthenticated", and turn on "Sasl.Iam".`,
		Live:           `Run "aws kafka update-security" with Unauthenticated disabled.`,
	},
	Aliases:    checks.Aliases{Prowler: "kafka_cluster_unrestricted_access_disabled"},
	References: []string{"https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_msk_cluster", Path: "client_authentication.unauthenticated", Of: []string{"true"}},
}
