// Package accessanalyzer holds the checks of IAM Access Analyzer.
package accessanalyzer

import (
	"maps"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AnalyzerMissing = &checks.Check{
	Title:    "No Access Analyzer watches the account",
	Severity: checks.Low,
	Why:      "A bucket, key or role that is shared with strangers is noticed by nobody.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_accessanalyzer_analyzer" in each region.`,
		CloudFormation: `Add an "AWS::AccessAnalyzer::Analyzer" in each region.`,
		Live:           `Run "aws accessanalyzer create-analyzer" in each region.`,
	},
	Aliases: checks.Aliases{
		KICS:    "e592a0c5-5bdb-414c-9066-5dba7cdea370 8d29754a-2a18-460d-a1ba-9509f8d359da",
		Trivy:   "AVD-AWS-0175",
		Prowler: "accessanalyzer_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_account_password_policy aws_accessanalyzer_analyzer", Do: analyzer},
}

// analyzer is asked of the project that sets up the account: there an analyzer
// belongs, not in each that makes a bucket.
func analyzer(p *checks.Pass, r *model.Resource) {
	analyzers := p.Scope.OfType("aws_accessanalyzer_analyzer")
	if r.Scope.Format != model.Live {
		p.Require(model.Is(len(analyzers) > 0), r.Body, "no analyzer is in this project")
		return
	}
	if r.Type != "aws_iam_account_password_policy" { // one of which there is in each account
		p.Judged()
		return
	}
	for _, region := range regions(p.Scope) {
		watched := model.No
		for _, a := range analyzers {
			switch {
			case a.Unseen() && (a.Region == region || a.Region == ""):
				watched = max(watched, model.Maybe)
			case a.Region == region:
				watched = model.Yes
			}
		}
		p.Require(watched, r.Body, "no analyzer is in %s", region)
	}
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
