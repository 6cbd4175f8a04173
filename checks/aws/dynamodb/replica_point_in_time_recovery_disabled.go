package dynamodb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ReplicaPointInTimeRecoveryDisabled = &checks.Check{
	Title:    "Replica of a DynamoDB table cannot be restored to a point in time",
	Severity: checks.Medium,
	Why: "Recovery of the table does not cover its replicas: once the table is gone, what they hold cannot be " +
		"had back.",
	Fix: checks.Fix{
		Terraform:      `Set "point_in_time_recovery = true" in the replica.`,
		CloudFormation: `Set "PointInTimeRecoveryEnabled: true" under "PointInTimeRecoverySpecification" of each replica.`,
		Live:           `Run "aws dynamodb update-continuous-backups" in the region of the replica.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_165"},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_dynamodb_table aws_dynamodb_table_replica", Do: replicaRecovery},
}

func replicaRecovery(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_dynamodb_table_replica" {
		v := r.At("point_in_time_recovery")
		p.Require(v.IsTrue(), v, "%s is %v", v.Origin.Name, checks.Said(v))
		return
	}
	for _, place := range [...]string{"replica", "table_replica"} {
		for v := range checks.Within(r, place, "point_in_time_recovery") {
			at := v.Reported()
			p.Forbid(min(v.There, model.Not(v.IsTrue())), at, "%s is %v", at.Origin.Name, checks.Said(at))
		}
	}
}
