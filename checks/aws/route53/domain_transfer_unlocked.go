package route53

import "github.com/lintel-iac/lintel/checks"

var DomainTransferUnlocked = &checks.Check{
	Title:    "Domain can be moved to another registrar",
	Severity: checks.Medium,
	Why: "Whoever gets hold of the transfer code, or talks the registrar into it, takes the domain and all " +
		"mail and traffic to it.",
	Fix: checks.Fix{
		Terraform:      `Set "transfer_lock = true".`,
		CloudFormation: `CloudFormation does not manage registered domains: lock it by "aws route53domains enable-domain-transfer-lock".`,
		Live:           `Run "aws route53domains enable-domain-transfer-lock".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_377",
		Prowler: "route53_domains_transferlock_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_route53domains_registered_domain", Path: "transfer_lock", Of: []string{"false"}},
}
