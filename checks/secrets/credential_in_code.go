// Package secrets holds the checks of credentials that are written in the code,
// whatever the provider.
package secrets

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var CredentialInCode = &checks.Check{
	Title:    "Credential is written in the code",
	Severity: checks.Critical,
	Why: "Everyone who can read the repository, its history or a plan has it, for as long as it is valid. " +
		"Machines search public repositories for keys and use them within minutes.",
	Fix: checks.Fix{
		Terraform: `Revoke it. Then generate it and hand it on by a write-only argument, let the service keep it ` +
			`(as by "manage_master_user_password"), or take it from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Revoke it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
		Compose:        `Revoke it. Then hand it on as a secret of the service.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_384",
		KICS:    "d7b9d850-3e06-4a75-852f-c46c2e92240b",
		CfnNag:  "F42 F43 F44 F45 F46 F47 F48 F49 F53 F54 F56 F57 F61 F62 F63 F64 F65 F67 F69 F71",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
		"https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "*", Do: inCode},
}

func inCode(p *checks.Pass, r *model.Resource) {
	secret.Written(p, r, func(name string, v model.Value) bool { return !judgedElsewhere(r, name, v) })
}

// judgedElsewhere tells whether a more specific check reports the value.
func judgedElsewhere(r *model.Resource, name string, v model.Value) bool {
	if secret.Apart(r.Type, name) {
		return true
	}
	first, _, _ := strings.Cut(v.Origin.Name, ".")
	first = secret.Words(first)
	switch r.Type {
	case "provider.aws":
		return first == "access_key" || first == "secret_key" || first == "token"
	case "aws_lambda_function":
		return first == "environment"
	case "aws_ecs_task_definition":
		return first == "container_definitions"
	case "compose_service":
		text, _ := v.Data.(string)
		return first == "environment" && (secret.In(text) == "" || view.NamesSecret(v.Origin.Leaf()) && view.MaySecret(v) == model.Yes)
	}
	return first == "user_data" || first == "user_data_base64"
}
