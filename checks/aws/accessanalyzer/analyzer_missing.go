// Package accessanalyzer holds the checks of IAM Access Analyzer.
package accessanalyzer

import (
	"maps"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AnalyzerMissing = &checks.Check{
	Title:    "No Access Analyzer watches the account",
	Severity: checks.Low,
	Why:      "A bucket, key or role that is shared with strangers is noticed by nobody.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_accessanalyzer_analyzer" of the type "ACCOUNT" or "ORGANIZATION" in each region.`,
		CloudFormation: `Add an "AWS::AccessAnalyzer::Analyzer" of the type "ACCOUNT" or "ORGANIZATION" in each region.`,
		Live:           `Run "aws accessanalyzer create-analyzer" with --type ACCOUNT in each region.`,
	},
	Aliases: checks.Aliases{
		KICS:    "e592a0c5-5bdb-414c-9066-5dba7cdea370 8d29754a-2a18-460d-a1ba-9509f8d359da",
		Trivy:   "AVD-AWS-0175",
		Prowler: "accessanalyzer_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_accessanalyzer_analyzer " + ofAccount, Do: analyzer},
}

// ofAccount are types by which a project shows that it sets up an account. The first is
// in each account that is deployed.
const ofAccount = "aws_iam_account_password_policy aws_organizations_organization " +
	"aws_s3_account_public_access_block aws_ebs_encryption_by_default"

// analyzer is asked of the project that sets up the account: there an analyzer
// belongs, not in each that makes a bucket. One of access that is not used, or that
// comes from within, sees no strangers.
func analyzer(p *checks.Pass, r *model.Resource) {
	switch {
	case r.Scope.Format != model.Live && r.Type != "aws_accessanalyzer_analyzer" && r != first(p.Scope):
		p.Judged()
	case r.Scope.Format != model.Live:
		watched := watching(p.Scope.OfType("aws_accessanalyzer_analyzer"))
		p.Require(watched, r.Body, "no analyzer of access from outside is in this project")
	case r.Type == "aws_accessanalyzer_analyzer":
		p.Require(watching(analyzersIn(r.Scope, r.Region)), r.Body, "no analyzer of access from outside is in %s", r.Region)
	case r.Type == "aws_iam_account_password_policy": // one of which there is in each account
		for _, region := range regions(p.Scope) {
			analyzers := analyzersIn(p.Scope, region)
			if slices.ContainsFunc(analyzers, func(a *model.Resource) bool { return !a.Unseen() }) {
				continue // which is judged itself
			}
			p.Require(watching(analyzers), r.Body, "no analyzer of access from outside is in %s", region)
		}
	default:
		p.Judged()
	}
}

// first is the resource by which a project shows that it sets up an account: one of
// several tells what is missing.
func first(project *model.Scope) *model.Resource {
	for typ := range strings.FieldsSeq(ofAccount) {
		if found := project.OfType(typ); len(found) > 0 {
			return found[0]
		}
	}
	return nil
}

// analyzersIn are those of a region of an account, with what stands for those that nobody saw.
func analyzersIn(account *model.Scope, region string) []*model.Resource {
	var found []*model.Resource
	for _, a := range account.OfType("aws_accessanalyzer_analyzer") {
		if a.Region == region || a.Unseen() && a.Region == "" {
			found = append(found, a)
		}
	}
	return found
}

// watching asks whether one of the analyzers sees strangers.
func watching(analyzers []*model.Resource) model.Truth {
	watched := model.No
	for _, a := range analyzers {
		if a.Unseen() {
			watched = max(watched, model.Maybe)
			continue
		}
		watched = max(watched, a.At("type").Is("ACCOUNT", "ORGANIZATION"))
	}
	return watched
}

// regions are those of an account in which there is something.
func regions(account *model.Scope) []string {
	met := map[string]bool{}
	for _, r := range account.Resources {
		if r.Region != model.Global {
			met[r.Region] = true
		}
	}
	return slices.Sorted(maps.Keys(met))
}
