package route53

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RecordEmpty = &checks.Check{
	Title:    "Record names nothing",
	Severity: checks.Low,
	Why:      "A name without an answer serves nobody, and a delegation without servers may be taken over.",
	Fix: checks.Fix{
		Terraform:      `Give the record "records", or a block "alias".`,
		CloudFormation: `Give the record "ResourceRecords", or an "AliasTarget".`,
		Live:           "Change the record so that it names something, or delete it.",
	},
	Aliases: checks.Aliases{
		KICS: "25db74bf-fa3b-44da-934e-8c3e005c0453",
	},
	References: []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_route53_record", Do: emptyRecord},
}

func emptyRecord(p *checks.Pass, r *model.Resource) {
	records := r.At("records")
	p.Forbid(min(records.IsEmpty(), model.Not(r.At("alias").IsSet())), records, "%s is %v", records.Origin.Name, checks.Said(records))
}
