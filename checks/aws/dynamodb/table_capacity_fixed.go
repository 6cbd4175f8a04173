package dynamodb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var TableCapacityFixed = &checks.Check{
	Title:    "Capacity of a DynamoDB table does not follow the load",
	Severity: checks.Low,
	Why: "When more is asked for than was paid for, requests are refused, which anyone who can send requests " +
		"can bring about.",
	Fix: checks.Fix{
		Terraform:      `Set billing_mode = "PAY_PER_REQUEST", or register the table by an "aws_appautoscaling_target" and a policy.`,
		CloudFormation: `Set "BillingMode: PAY_PER_REQUEST", or register the table by an AWS::ApplicationAutoScaling::ScalableTarget and a ScalingPolicy.`,
		Live:           `Run "aws dynamodb update-table" with --billing-mode PAY_PER_REQUEST.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_16",
		Prowler: "dynamodb_table_autoscaling_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_dynamodb_table", Do: capacityFixed},
}

func capacityFixed(p *checks.Pass, r *model.Resource) {
	mode := r.At("billing_mode")
	fixed := min(model.Not(mode.Is("PAY_PER_REQUEST")), model.Not(scaled(r)))
	p.Forbid(fixed, mode, "%s is %v, and nothing scales the table", mode.Origin.Name, checks.Said(mode))
}

// scaled asks whether a policy scales the table. It names it inside of a text,
// "table/orders", mostly by way of a target, so neither is a companion.
func scaled(r *model.Resource) model.Truth {
	found := model.No
	for policy := range r.Neighbours("aws_appautoscaling_policy") {
		if policy.Unseen() {
			found = model.Maybe
		}
		for ref := range policy.RefsAt("resource_id") {
			if ref.To == r.Address || names(r.Scope.Resource(ref.To), r) {
				return model.Yes
			}
		}
	}
	return found
}

// names tells whether a target is for the table.
func names(target, table *model.Resource) bool {
	if target == nil || target.Type != "aws_appautoscaling_target" {
		return false
	}
	for ref := range target.RefsAt("resource_id") {
		if ref.To == table.Address {
			return true
		}
	}
	return false
}
