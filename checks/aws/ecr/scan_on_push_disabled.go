// Package ecr holds the checks of Elastic Container Registry.
package ecr

import (
	"regexp"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ScanOnPushDisabled = &checks.Check{
	Title:    "Images are not scanned when pushed to an ECR repository",
	Severity: checks.Medium,
	Why:      "Nobody learns that an image holds packages with known vulnerabilities before it runs.",
	Fix: checks.Fix{
		Terraform:      `Set "scan_on_push = true" in the block "image_scanning_configuration", or scan the whole registry with "aws_ecr_registry_scanning_configuration".`,
		CloudFormation: `Set "ImageScanningConfiguration: {ScanOnPush: true}".`,
		Live:           `Run "aws ecr put-registry-scanning-configuration" with a rule of SCAN_ON_PUSH for all repositories.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_163",
		KICS:    "9630336b-3fed-4096-8173-b9afdfe346a7 9025b2b3-e554-4842-ba87-db7aeec36d35",
		Trivy:   "AVD-AWS-0030",
		CfnNag:  "W79",
		Guard:   "ECR_REPO_SCAN_ON_PUSH",
		Prowler: "ecr_repositories_scan_images_on_push_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_ecr_repository", Do: scanOnPush},
}

// scanOnPush lets pass a repository that the registry's own rules cover.
func scanOnPush(p *checks.Pass, r *model.Resource) {
	scans := r.At("image_scanning_configuration.scan_on_push")
	covered := model.No
	for registry := range r.Neighbours("aws_ecr_registry_scanning_configuration") {
		for rule := range registry.Each("rule") {
			scanning := rule.At("scan_frequency").Is("SCAN_ON_PUSH", "CONTINUOUS_SCAN")
			covered = max(covered, min(scanning, matches(r.At("name"), rule)))
		}
	}
	p.Require(max(scans.IsTrue(), covered), scans, "%s is %v", scans.Origin.Name, checks.Said(scans))
}

// matches tells whether a rule has a filter for a repository: a name that is
// matched as a whole where it has a "*", and in part where it has none.
func matches(name, rule model.Value) model.Truth {
	found := model.No
	for filter := range rule.Each("repository_filter.filter") {
		pattern, ok := filter.Data.(string)
		switch {
		case !ok:
			found = max(found, model.Maybe)
		case strings.Contains(pattern, "*"):
			whole := regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, ".*") + "$")
			found = max(found, name.Satisfies(whole.MatchString))
		default:
			found = max(found, name.Satisfies(func(s string) bool { return strings.Contains(s, pattern) }))
		}
	}
	return found
}
