// Package codebuild holds the checks of CodeBuild.
package codebuild

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ArtifactsUnencrypted = &checks.Check{
	Title:    "CodeBuild project does not encrypt its artifacts",
	Severity: checks.Medium,
	Why:      "What is built, and the configuration in it, lies in clear in the bucket.",
	Fix: checks.Fix{
		Terraform:      `Leave out "encryption_disabled" in the blocks "artifacts" and "secondary_artifacts".`,
		CloudFormation: `Leave out "EncryptionDisabled" in "Artifacts" and "SecondaryArtifacts".`,
		Live:           `Run "aws codebuild update-project" with encryptionDisabled=false.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_78",
		Trivy:   "AVD-AWS-0018",
	},
	References: []string{"https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_codebuild_project", Do: artifacts},
}

func artifacts(p *checks.Pass, r *model.Resource) {
	for _, block := range [...]string{"artifacts", "secondary_artifacts"} {
		for off := range checks.Within(r, block, "encryption_disabled") {
			kept := model.Not(off.Element.At("type").Is("NO_ARTIFACTS"))
			p.Forbid(min(off.There, kept, off.IsTrue()), off.Reported(), "%s is %v", off.Origin.Name, checks.Said(off.Reported()))
		}
	}
}
