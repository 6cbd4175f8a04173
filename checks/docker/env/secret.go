package env

import (
	"github.com/lintel-iac/lintel/checks"
	credential "github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var Secret = &checks.Check{
	Title:    "A secret is written into the image",
	Severity: checks.Critical,
	Why:      "ENV stands in the image, and the values of ARG in its history, for whoever can pull it.",
	Fix:      checks.Fix{Docker: `Mount the secret where it is used: "RUN --mount=type=secret,id=…"; give it to the container when it starts.`},
	Aliases: checks.Aliases{
		Trivy:    "AVD-DS-0031",
		Hadolint: "DL3064",
	},
	References: []string{"https://docs.docker.com/build/building/secrets/"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_arg docker_env", Do: secret},
}

// secret judges by names. An argument is a secret without a default as well: what
// the build is given ends up in the history.
func secret(p *checks.Pass, r *model.Resource) {
	for pair := range r.Each("pairs") {
		name, value := pair.At("name"), pair.At("value")
		named := model.Is(view.NamesSecret(view.Pieced(name)))
		if r.Type == "docker_arg" && value.State == model.Absent {
			p.Forbid(named, name, "%s is given to the build", name)
			continue
		}
		value.Sensitive = value.State != model.Absent
		said := "%s is set in the image"
		if r.Type == "docker_arg" {
			said = "%s is given to the build"
		}
		fault := min(named, view.MaySecret(value))
		p.Forbid(fault, value, said, name)
		if fault == model.No {
			inValue(p, value)
		}
	}
}

// inValue looks for what is a secret under any name: the password in an address, and
// what has the form of an issuer's credentials.
func inValue(p *checks.Pass, value model.Value) {
	text := view.Pieced(value)
	value.Sensitive = true
	if _, address, ok := view.PasswordIn(text); ok {
		p.Forbid(model.Yes, value, "the password of %s is written here", address)
	} else if what := credential.In(text); what != "" {
		p.Forbid(model.Yes, value, "%s is written here", what)
	}
}
