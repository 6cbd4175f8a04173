// Package cloudtrail holds the checks of CloudTrail.
package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var SingleRegion = &checks.Check{
	Title:    "CloudTrail trail records one region only",
	Severity: checks.Medium,
	Why:      "What an intruder does in a region that nobody uses is not recorded.",
	Fix: checks.Fix{
		Terraform:      `Set "is_multi_region_trail = true".`,
		CloudFormation: `Set "IsMultiRegionTrail: true".`,
		Live:           `Run "aws cloudtrail update-trail" with --is-multi-region-trail.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_67",
		KICS:    "8173d5eb-96b5-4aa6-a71b-ecfa153c123d 058ac855-989f-4378-ba4d-52d004020da7",
		Trivy:   "AVD-AWS-0014",
		Guard:   "MULTI_REGION_CLOUD_TRAIL_ENABLED",
		Prowler: "cloudtrail_multi_region_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_cloudtrail", Path: "is_multi_region_trail"},
}
