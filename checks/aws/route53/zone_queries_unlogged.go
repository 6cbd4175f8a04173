package route53

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ZoneQueriesUnlogged = &checks.Check{
	Title:    "Public zone does not log queries",
	Severity: checks.Low,
	Why:      "Nobody can tell who looks up names that should not be known, or how often.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_route53_query_log" with the zone as "zone_id".`,
		CloudFormation: `Set "QueryLoggingConfig".`,
		Live:           `Run "aws route53 create-query-logging-config".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_39",
		KICS:    "0f0fb06b-0f2f-4374-8588-f2c7c348c7a0 7dbba512-e244-42dc-98bb-422339827967",
		Prowler: "route53_public_hosted_zones_cloudwatch_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_route53_zone aws_route53_query_log", Do: unloggedQueries},
}

func unloggedQueries(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_route53_query_log" {
		zone := r.At("zone_id")
		p.Forbid(zone.IsEmpty(), zone, "the query log names no zone")
		return
	}
	private := r.At("vpc").IsSet()
	p.Forbid(min(model.Not(private), model.Not(checks.Declared(r, "query_log"))), r.At("query_log"), "no query log is declared")
}
