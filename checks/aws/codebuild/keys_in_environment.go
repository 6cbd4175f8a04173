package codebuild

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var KeysInEnvironment = &checks.Check{
	Title:    "CodeBuild project has AWS keys as plain variables",
	Severity: checks.Critical,
	Why: "The console, the API and the logs of a build show plain variables. A build needs no keys: it has the role of " +
		"its project.",
	Fix: checks.Fix{
		Terraform:      `Take the variables away and give the "service_role" the rights, or set type = "SECRETS_MANAGER" and name a secret.`,
		CloudFormation: `Take the variables away and give the "ServiceRole" the rights, or set "Type: SECRETS_MANAGER" and name a secret.`,
		Live:           `Revoke the keys, take the variables away, and give the role of the project the rights.`,
	},
	Aliases: checks.Aliases{
		Guard:   "CODEBUILD_PROJECT_ENVVAR_AWSCRED_CHECK",
		Prowler: "codebuild_project_no_secrets_in_variables",
	},
	References: []string{"https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_codebuild_project", Do: keysInEnvironment},
}

func keysInEnvironment(p *checks.Pass, r *model.Resource) {
	for name := range checks.Within(r, "environment.environment_variable", "name") {
		kind := name.Element.At("type")
		plain := max(model.Not(kind.IsSet()), kind.Is("PLAINTEXT"))
		key := min(name.There, name.Is("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"))
		p.Forbid(min(key, plain), name.Reported(), "the variable %v is a plain one", name.Reported())
	}
}
