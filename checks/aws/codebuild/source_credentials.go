package codebuild

import (
	"net/url"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SourceCredentials = &checks.Check{
	Title:    "Address of a CodeBuild source holds credentials",
	Severity: checks.Critical,
	Why:      "Whoever may look at the project, or at its history, reads the token or the password.",
	Fix: checks.Fix{
		Terraform:      `Leave user and token out of "location", and name a connection or an "aws_codebuild_source_credential" instead.`,
		CloudFormation: `Leave user and token out of "Location", and set "Auth" of the source.`,
		Live:           `Replace the token, then run "aws codebuild update-project" with the bare address.`,
	},
	Aliases: checks.Aliases{
		Guard:   "CODEBUILD_PROJECT_SOURCE_REPO_URL_CHECK",
		Prowler: "codebuild_project_source_repo_url_no_sensitive_credentials",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html",
		"https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_codebuild_project", Do: sourceCredentials},
}

func sourceCredentials(p *checks.Pass, r *model.Resource) {
	for _, block := range [...]string{"source", "secondary_sources"} {
		for address := range checks.Within(r, block, "location") {
			p.Forbid(min(address.There, address.Satisfies(hasUser)), address.Reported(), "%s holds credentials", address.Origin.Name)
		}
	}
}

func hasUser(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.User != nil && (u.Scheme == "https" || u.Scheme == "http")
}
