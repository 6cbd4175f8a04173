package apprunner

import "github.com/lintel-iac/lintel/checks"

var ServicePublic = &checks.Check{
	Title:    "App Runner service can be reached from the internet",
	Severity: checks.Low,
	Why:      "What only your own systems call should not be there for everyone to try.",
	Fix: checks.Fix{
		Terraform:      `Set "is_publicly_accessible = false" in the block "ingress_configuration", unless everyone is meant to call it.`,
		CloudFormation: `Set "IsPubliclyAccessible: false" in "IngressConfiguration", unless everyone is meant to call it.`,
		Live:           `Run "aws apprunner update-service" with a private ingress.`,
	},
	References: []string{"https://docs.aws.amazon.com/apprunner/latest/dg/network-pl.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireFalse{Type: "aws_apprunner_service", Path: "network_configuration.ingress_configuration.is_publicly_accessible"},
}
