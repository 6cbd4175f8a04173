// Package secrets holds the checks of credentials that are written in the code,
// whatever the provider.
package secrets

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
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
		KICS: "d7b9d850-3e06-4a75-852f-c46c2e92240b 03b38885-8f4e-480c-a0e4-12c1affd15db 06adef8c-c284-4de7-aad2-af43b07a8ca1 " +
			"06b9f52a-8cd5-459b-bdc6-21a22521e1be 39423ce4-9011-46cd-b6b1-009edcd9385d 3c3b7a58-b018-4d07-9444-d9ee7156e111 " +
			"5b48c507-0d1f-41b0-a630-76817c6b4189 5f700072-b7ce-4e84-b3f3-497bf1c24a4d 6685d912-d81f-4cfa-95ad-e316ea31c989 " +
			"71493c8b-3014-404c-9802-078b74496fb7 73980e43-f399-4fcc-a373-658228f7adf7 dfb56e5d-ee68-446e-b32a-657b62befe69 " +
			"f988a17f-1139-46a3-8928-f27eafd8b024 9ecb6b21-18bc-4aa7-bd07-db20f1c746db",
		CfnNag: "F23 F31 F34 F35 F36 F37 F41 F42 F43 F44 F45 F46 F47 F48 F49 F50 F51 F52 F53 F54 F55 F56 F57 F58 F60 F61 F62 F63 " +
			"F64 F65 F66 F67 F68 F69 F70 F71 F74 F75 W1",
		Guard: "AMAZON_MQ_BROKER_USERS_NO_PLAINTEXT_PASSWORD CFN_AUTHENTICATION_RULE " +
			"DMS_NO_PLAINTEXT_PASSWORD IAM_USER_LOGIN_PROFILE_NO_PLAINTEXT_PASSWORD " +
			"KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD " +
			"KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD MICROSOFT_AD_NO_PLAINTEXT_PASSWORD " +
			"RDS_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD RDS_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD " +
			"REDSHIFT_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
		"https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "*", Do: inCode},
}

// inCode judges what its author wrote: in a plan, a state or a live resource
// nobody can tell that from what was handed in.
func inCode(p *checks.Pass, r *model.Resource) {
	if r.Scope.Format != model.Terraform && r.Scope.Format != model.CloudFormation && r.Scope.Format != model.Compose {
		return
	}
	p.Forbid(model.No, r.Body, "") // without any credential it is as it should be
	name, whole := written(r)
	for name, v := range secret.Literals(name, whole) {
		text, _ := v.Data.(string)
		if r.Type == "aws_ssm_parameter" && strings.EqualFold(name, "value") {
			name = called(r)
		}
		if what := secret.Of(r.Type, name, text); what != "" && !judgedElsewhere(r, v) {
			v.Sensitive = true
			p.Forbid(model.Yes, v, "%s is written in %s", what, v.Origin.Name)
		}
	}
}

// written is what the author wrote of a resource, and its name. The default of a
// variable goes by the variable's name.
func written(r *model.Resource) (name string, v *model.Value) {
	switch {
	case r.Mode == model.Variable:
		preset := r.At("default")
		return r.Address[strings.LastIndexByte(r.Address, '.')+1:], &preset
	case r.Names != nil && r.Source.State == model.Absent:
		return "", &r.Source // a part of another resource, whose source says it all
	case r.Source.State == model.Known:
		return "", &r.Source
	}
	return "", &r.Body
}

// called is the name of what a parameter of Systems Manager holds: the last part of
// its own.
func called(r *model.Resource) string {
	name, _ := r.At("name").Data.(string)
	return name[strings.LastIndexByte(name, '/')+1:]
}

// judgedElsewhere tells whether a more specific check reports the value.
func judgedElsewhere(r *model.Resource, v model.Value) bool {
	first, _, _ := strings.Cut(v.Origin.Name, ".")
	first = secret.Words(first)
	switch r.Type {
	case "provider.aws":
		return first == "access_key" || first == "secret_key" || first == "token"
	case "aws_lambda_function":
		return first == "environment"
	case "aws_ecs_task_definition":
		return first == "container_definitions"
	}
	return first == "user_data" || first == "user_data_base64"
}
