package env

import (
	"github.com/lintel-iac/lintel/checks"
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
		p.Forbid(min(named, view.MaySecret(value)), value, said, name)
	}
}
