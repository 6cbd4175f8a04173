package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
)

var UserDataSecret = &checks.Check{
	Title:    "Credential is written in the user data of an EC2 instance",
	Severity: checks.Critical,
	Why: "Everyone who can read the repository has it, every process on the machine can fetch it from the metadata service, " +
		"and many read-only roles may see it.",
	Fix: checks.Fix{
		Terraform:      `Revoke it. Give the instance a role by "iam_instance_profile", and have it read other secrets from Secrets Manager.`,
		CloudFormation: `Revoke it. Give the instance a role by "IamInstanceProfile", and have it read other secrets from Secrets Manager.`,
		Live:           `Revoke it. Give the instance a role, and have it read other secrets from Secrets Manager.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_46",
		KICS: "443488f5-c734-460b-a36d-5b3f330174dc 568cc372-ca64-420d-9015-ee347d00d288 " +
			"0b93729a-d882-4803-bdc3-ac429a21f158 d7b9d850-3e06-4a75-852f-c46c2e92240b",
		Trivy:   "AVD-AWS-0029 AVD-AWS-0122 AVD-AWS-0129",
		Regula:  "FG_R00253",
		Prowler: "ec2_instance_secrets_user_data ec2_launch_template_no_secrets",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html"},
	Since:      "0.1",
	Rule: checks.Func{
		On: "aws_instance aws_spot_instance_request aws_launch_template aws_launch_configuration",
		Do: userDataSecret,
	},
}

func userDataSecret(p *checks.Pass, r *model.Resource) {
	for _, path := range [...]string{"user_data", "user_data_base64"} {
		data := r.At(path)
		if secret.NotKept(r, data) {
			p.Forbid(model.Maybe, data, "%s is %v", data.Origin.Name, data)
		}
		for _, v := range secret.Literals(path, &data) {
			text, _ := v.Data.(string)
			what := secret.InScript(secret.Decoded(text))
			v.Sensitive = true
			p.Forbid(model.Is(what != ""), v, "%s is written in %s", what, v.Origin.Name)
		}
	}
}
