// Package ecs holds the checks of Elastic Container Service.
package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var EnvironmentSecret = &checks.Check{
	Title:    "Credential is written in the environment of a container",
	Severity: checks.Critical,
	Why: "Everyone who can read the repository has it, and everyone who may see the task definition: " +
		"many read-only roles may, and old revisions keep it.",
	Fix: checks.Fix{
		Terraform:      `Revoke it. Name the secret in "secrets" of the container by the ARN it has in Secrets Manager.`,
		CloudFormation: `Revoke it. Name the secret in "Secrets" of the container by the ARN it has in Secrets Manager.`,
		Live:           `Revoke it. Register a revision that names the secret in "secrets", and deregister the old ones.`,
	},
	Aliases: checks.Aliases{
		Trivy:   "AVD-AWS-0036",
		Prowler: "ecs_task_definitions_no_environment_secrets",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ecs_task_definition", Do: environmentSecret},
}

func environmentSecret(p *checks.Pass, r *model.Resource) {
	for variable := range view.Structure(r.At("container_definitions")).Each("environment") {
		name, _ := variable.At("name").Data.(string)
		value := variable.At("value")
		for _, v := range secret.Literals(name, &value) {
			text, _ := v.Data.(string)
			what := secret.Named(name, text)
			v.Sensitive = true
			p.Forbid(model.Is(what != ""), v, "%s is written in the environment as %s", what, name)
		}
	}
}
