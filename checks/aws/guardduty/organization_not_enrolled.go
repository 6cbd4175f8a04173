package guardduty

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var OrganizationNotEnrolled = &checks.Check{
	Title:    "GuardDuty does not enrol the accounts of the organization by itself",
	Severity: checks.Low,
	Why:      "An account that joins the organization is watched only when somebody thinks of it.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_guardduty_organization_configuration" with auto_enable_organization_members = "ALL".`,
		CloudFormation: `CloudFormation has no such resource: set it by the API, as below.`,
		Live:           `Run "aws guardduty update-organization-configuration" with --auto-enable-organization-members ALL.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_3",
		Prowler: "guardduty_centrally_managed",
	},
	References: []string{"https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_guardduty_detector aws_guardduty_organization_configuration", Do: enrolled},
}

// enrolled takes the older flag, too, which stands for new accounts.
func enrolled(p *checks.Pass, r *model.Resource) {
	on := func(path string) model.Value {
		return r.At(checks.On(r, "aws_guardduty_organization_configuration", "organization_configuration."+path))
	}
	members := on("auto_enable_organization_members")
	p.Require(max(members.Is("ALL", "NEW"), on("auto_enable").IsTrue()), members, "%s is %v", members.Origin.Name, checks.Said(members))
}
