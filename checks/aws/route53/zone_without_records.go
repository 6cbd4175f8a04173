package route53

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ZoneWithoutRecords = &checks.Check{
	Title:    "Hosted zone has no records",
	Severity: checks.Low,
	Why:      "A zone that is delegated and empty answers that nothing exists, and is left behind and paid for.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_route53_record" with the zone as "zone_id", or take the zone away.`,
		CloudFormation: `Add an "AWS::Route53::RecordSet" with the zone as "HostedZoneId", or take the zone away.`,
		Live:           "Add the records, or delete the zone and its delegation.",
	},
	Aliases:    checks.Aliases{KICS: "24d932e1-91f0-46ea-836f-fdbd81694151"},
	References: []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-working-with.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_route53_zone", Do: withoutRecords},
}

func withoutRecords(p *checks.Pass, r *model.Resource) {
	filled := model.No
	for _, record := range r.Scope.OfType("aws_route53_record") {
		filled = max(filled, inZone(record, r))
	}
	p.Require(filled, r.Body, "no record is declared")
}

// inZone asks whether a record is in the zone. One whose zone is not known, or not
// declared, may be, and so may one that names its zone by what is no id.
func inZone(record, zone *model.Resource) model.Truth {
	refers := false
	for ref := range record.RefsAt("zone_id") {
		if ref.To == zone.Address {
			return model.Yes
		}
		refers = refers || record.Scope.Resource(ref.To) != nil
	}
	id := record.At("zone_id")
	if !refers && id.Satisfies(isZoneID) != model.Yes || model.Same(id, zone.At("zone_id")) {
		return model.Maybe
	}
	return model.No
}

// isZoneID tells an id, such as Z1D633PJN98FT9, from another text.
func isZoneID(text string) bool {
	rest, ok := strings.CutPrefix(text, "Z")
	return ok && strings.Trim(rest, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
}
