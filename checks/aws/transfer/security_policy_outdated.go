package transfer

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SecurityPolicyOutdated = &checks.Check{
	Title:    "Transfer server keeps an outdated security policy",
	Severity: checks.Medium,
	Why:      "It lets clients use algorithms that are no longer held to be safe.",
	Fix: checks.Fix{
		Terraform:      `Set security_policy_name = "TransferSecurityPolicy-2025-03".`,
		CloudFormation: `Set "SecurityPolicyName: TransferSecurityPolicy-2025-03".`,
		Live:           `Run "aws transfer update-server" with --security-policy-name TransferSecurityPolicy-2025-03.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_380",
	},
	References: []string{"https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_transfer_server", Do: outdatedPolicy},
}

// outdatedPolicy judges policies by the year in their names: newer ones took
// their place. Those of one purpose have that in their names before the year.
func outdatedPolicy(p *checks.Pass, r *model.Resource) {
	v := r.At("security_policy_name")
	found := model.No
	for _, kind := range [...]string{"", "FIPS-", "Restricted-"} {
		for _, year := range [...]string{"2018", "2020", "2022"} {
			found = max(found, v.HasPrefix("TransferSecurityPolicy-"+kind+year))
		}
	}
	p.Forbid(found, v, "%s is %v", v.Origin.Name, checks.Said(v))
}
