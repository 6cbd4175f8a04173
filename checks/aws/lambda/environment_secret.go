package lambda

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
)

var EnvironmentSecret = &checks.Check{
	Title:    "Credential is written in the environment of a Lambda function",
	Severity: checks.Critical,
	Why: "Everyone who can read the repository has it, and everyone who may see the configuration of the function: " +
		"many read-only roles may.",
	Fix: checks.Fix{
		Terraform:      `Revoke it. Give the function's role the permissions it needs, and have it read other secrets from Secrets Manager.`,
		CloudFormation: `Revoke it. Give the function's role the permissions it needs, and have it read other secrets from Secrets Manager.`,
		Live:           `Revoke it. Give the function's role the permissions it needs, and have it read other secrets from Secrets Manager.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_45",
		KICS:    "1402afd8-a95c-4e84-8b0b-6fb43758e6ce 2564172f-c92b-4261-9acd-464aed511696",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_lambda_function", Do: environmentSecret},
}

func environmentSecret(p *checks.Pass, r *model.Resource) {
	for variables := range r.Each("environment.variables") {
		for name, v := range secret.Literals("", &variables) {
			text, _ := v.Data.(string)
			what := secret.Named(name, text)
			v.Sensitive = true
			p.Forbid(model.Is(what != ""), v, "%s is written in %s", what, v.Origin.Name)
		}
	}
}
