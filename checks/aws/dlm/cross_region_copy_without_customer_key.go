package dlm

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var CrossRegionCopyWithoutCustomerKey = &checks.Check{
	Title:    "Copies of snapshots in another region are not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "cmk_arn" to a KMS key of the other region.`,
		CloudFormation: `Set "CmkArn" to a KMS key of the other region.`,
		Live:           `Run "aws dlm update-lifecycle-policy" with CmkArn.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_254 CKV_AWS_256"},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_dlm_lifecycle_policy", Do: copyWithoutCustomerKey},
}

func copyWithoutCustomerKey(p *checks.Pass, r *model.Resource) {
	for _, list := range copies {
		for v := range checks.Within(r, list, "cmk_arn") {
			at := v.Reported()
			p.Forbid(min(v.There, v.IsEmpty()), at, "%s is %v", at.Origin.Name, checks.Said(at))
		}
	}
}
