package cloudtrail

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ManagementEventsUnrecorded = &checks.Check{
	Title:    "CloudTrail trail does not record management events",
	Severity: checks.Medium,
	Why:      "Who changed what in the account, and who signed in, cannot be told.",
	Fix: checks.Fix{
		Terraform:      `Leave out "include_management_events = false", or select the category "Management".`,
		CloudFormation: `Leave out "IncludeManagementEvents: false", or select the category "Management".`,
		Live:           `Run "aws cloudtrail put-event-selectors" with management events.`,
	},
	Aliases: checks.Aliases{
		Regula: "FG_R00237",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudtrail", Do: managementEvents},
}

func managementEvents(p *checks.Pass, r *model.Resource) {
	selectors, recorded := 0, model.No
	for included := range checks.Within(r, "event_selector", "include_management_events") {
		selectors++
		recorded = max(recorded, included.IsTrue())
	}
	for selector := range r.Each("advanced_event_selector") {
		selectors++
		recorded = max(recorded, selects(selector, "eventCategory", "Management"))
	}
	p.Require(max(recorded, model.Is(selectors == 0)), r.Body, "management events are not recorded")
}
