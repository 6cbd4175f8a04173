// Package dlm holds the checks of Data Lifecycle Manager.
package dlm

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var CrossRegionCopyUnencrypted = &checks.Check{
	Title:    "Copies of snapshots in another region are not encrypted",
	Severity: checks.High,
	Why:      "Whoever the copy is shared with can read it all, though the volume may be encrypted.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true" in "cross_region_copy_rule", or in "encryption_configuration" of the action.`,
		CloudFormation: `Set "Encrypted: true" in "CrossRegionCopyRules", or in "EncryptionConfiguration" of the action.`,
		Live:           `Run "aws dlm update-lifecycle-policy" with Encrypted=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_253 CKV_AWS_255",
		CfnNag:  "W81",
		Guard:   "DLM_LIFECYCLE_POLICY_CROSS_REGION_ENCRYPTION_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_dlm_lifecycle_policy", Do: copyUnencrypted},
}

func copyUnencrypted(p *checks.Pass, r *model.Resource) {
	for _, list := range copies {
		for v := range checks.Within(r, list, "encrypted") {
			at := v.Reported()
			p.Forbid(min(v.There, model.Not(v.IsTrue())), at, "%s is %v", at.Origin.Name, checks.Said(at))
		}
	}
}

// copies are the places where a policy says how a copy in another region is made.
var copies = [...]string{
	"policy_details.schedule.cross_region_copy_rule",
	"policy_details.action.cross_region_copy.encryption_configuration",
}
