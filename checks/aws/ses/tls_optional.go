// Package ses holds the checks of Simple Email Service.
package ses

import "github.com/lintel-iac/lintel/checks"

var TLSOptional = &checks.Check{
	Title:    "Mail is sent in clear where the receiver offers no TLS",
	Severity: checks.Medium,
	Why:      "Whoever sits on the way can take the offer away, and read the mail.",
	Fix: checks.Fix{
		Terraform:      `Set tls_policy = "Require" in the block "delivery_options".`,
		CloudFormation: `Set "DeliveryOptions: {TlsPolicy: REQUIRE}".`,
		Live:           `Run "aws sesv2 put-configuration-set-delivery-options" with --tls-policy REQUIRE.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_365",
	},
	References: []string{"https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_ses_configuration_set aws_sesv2_configuration_set", Path: "delivery_options.tls_policy", Of: []string{"Require"}},
}
