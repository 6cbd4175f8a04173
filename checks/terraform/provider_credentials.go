// Package terraform holds the checks of Terraform's own configuration.
package terraform

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
)

var ProviderCredentials = &checks.Check{
	Title:    "Credentials of the AWS provider are written in the code",
	Severity: checks.Critical,
	Why: "The keys that Terraform runs with may do almost anything in the account, " +
		"and everyone who can read the repository or its history has them.",
	Fix: checks.Fix{
		Terraform: `Revoke the key. Then let the provider find its credentials itself: a profile, the role of the machine ` +
			`or pipeline it runs on, or the environment.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_41",
		KICS:    "d7b9d850-3e06-4a75-852f-c46c2e92240b",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "provider.aws", Do: providerCredentials},
}

// providerCredentials asks for the form of a key: for an emulator of AWS any
// word is written. A plan has the constants of a provider's configuration and not
// what comes from variables, so it cannot tell that there are no credentials.
func providerCredentials(p *checks.Pass, r *model.Resource) {
	if r.Scope.Format == model.Terraform {
		p.Forbid(model.No, r.Body, "")
	}
	for _, path := range [...]string{"access_key", "secret_key", "token"} {
		written := r.At(path)
		for _, v := range secret.Literals(path, &written) {
			text, _ := v.Data.(string)
			what := secret.In(text)
			if what == "" && secret.IsAWSSecretKey(text) {
				what = "an AWS secret access key"
			}
			v.Sensitive = true
			p.Forbid(model.Is(what != ""), v, "%s is written in %s", what, v.Origin.Name)
		}
	}
}
