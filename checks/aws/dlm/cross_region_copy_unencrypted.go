// Package dlm holds the checks of Data Lifecycle Manager.
package dlm

import "github.com/lintel-iac/lintel/checks"

var CrossRegionCopyUnencrypted = &checks.Check{
	Title:    "Scheduled copies of snapshots in another region are not encrypted",
	Severity: checks.High,
	Why:      "Whoever the copy is shared with can read it all, though the volume may be encrypted.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true" in "cross_region_copy_rule".`,
		CloudFormation: `Set "Encrypted: true" in "CrossRegionCopyRules".`,
		Live:           `Run "aws dlm update-lifecycle-policy" with Encrypted=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_255",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_dlm_lifecycle_policy", Each: scheduledCopy, Path: "encrypted"},
}

// These are the places where a policy says how a copy in another region is made.
const (
	scheduledCopy = "policy_details.schedule.cross_region_copy_rule"
	copyOnEvent   = "policy_details.action.cross_region_copy"
)
