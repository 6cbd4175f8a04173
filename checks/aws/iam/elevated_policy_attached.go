package iam

import "github.com/lintel-iac/lintel/checks"

var ElevatedPolicyAttached = &checks.Check{
	Title:    "Policy with all rights on a service is attached to an identity",
	Severity: checks.Low,
	Why:      "It allows more than a program needs, deleting included, and more each time AWS adds an action.",
	Fix: checks.Fix{
		Terraform:      `Attach a policy that lists what is needed.`,
		CloudFormation: `Attach a policy that lists what is needed.`,
		Live:           `Attach a policy that lists what is needed, then detach the other.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "W44",
		Guard:  "IAM_ROLE_ELEVATED_MANAGED_POLICY_RULE",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html",
	},
	Since: "0.1",
	Rule:  forbidManaged{Names: "PowerUserAccess SystemAdministrator NetworkAdministrator DatabaseAdministrator", Suffix: "FullAccess"},
}
