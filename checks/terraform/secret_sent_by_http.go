package terraform

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SecretSentByHTTP = &checks.Check{
	Title:    "Secret is sent out by the HTTP data source",
	Severity: checks.Critical,
	Why:      "Each plan hands the secret to whoever answers at that address: that is how a malicious module steals.",
	Fix: checks.Fix{
		Terraform: `Leave the secret out of the request, and find out who put it there.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_36",
		Trivy:   "AVD-AWS-0134",
	},
	References: []string{"https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "data.http", Do: secretSent},
}

func secretSent(p *checks.Pass, r *model.Resource) {
	for _, part := range [...]string{"url", "request_headers", "request_body"} {
		v := r.At(part)
		p.Forbid(model.No, v, "")
		for _, ref := range r.Refs {
			if (ref.Path == part || strings.HasPrefix(ref.Path, part+".")) && isSecret(r.Scope.Resource(ref.To), ref.Attr) {
				p.Forbid(model.Yes, v, "%s holds %s.%s", v.Origin.Name, ref.To, ref.Attr)
			}
		}
	}
}

// isSecret tells whether an attribute holds what its store keeps secret.
func isSecret(of *model.Resource, attr string) bool {
	if of == nil {
		return false
	}
	switch of.Type {
	case "aws_ssm_parameter":
		return attr == "value" || attr == "insecure_value"
	case "aws_secretsmanager_secret_version":
		return attr == "secret_string" || attr == "secret_binary"
	case "random_password":
		return attr == "result"
	}
	return false
}
