// Package route53 holds the checks of Route 53.
package route53

import "github.com/lintel-iac/lintel/checks"

var ZoneUnsigned = &checks.Check{
	Title:    "Public zone is not signed",
	Severity: checks.Low,
	Why:      "A resolver can be made to believe forged answers, which lead visitors to somebody else.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_route53_hosted_zone_dnssec" with the zone as "hosted_zone_id".`,
		CloudFormation: `Add an "AWS::Route53::DNSSEC" with the zone as "HostedZoneId".`,
		Live:           "Enable DNSSEC signing for the zone, and add the DS record at the registrar.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_38",
	},
	References: []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireDeclared{
			Type: "aws_route53_zone", Path: "dnssec", What: "DNSSEC signing",
			When: []checks.Condition{{Path: "vpc", Empty: true}},
		},
		checks.ForbidAny{Type: "aws_route53_zone", Path: "dnssec.signing_status", Of: []string{"NOT_SIGNING"}},
	},
}
