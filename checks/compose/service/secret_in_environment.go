package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var SecretInEnvironment = &checks.Check{
	Title:      "A secret is written into the file",
	Severity:   checks.Critical,
	Why:        "Whoever reads the file has it, and it shows in the environment of the container.",
	Fix:        checks.Fix{Compose: `Give it as a secret: "secrets", or a variable that the file only names.`},
	References: []string{"https://docs.docker.com/compose/how-tos/use-secrets/"},
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: secretInEnvironment},
}

// secretInEnvironment lets be what is only named here: its value is elsewhere.
func secretInEnvironment(p *checks.Pass, r *model.Resource) {
	for _, variable := range view.Containers(r)[0].Environment {
		value := variable.Value
		here := value.Origin.File == r.Location.File
		written := here && value.State == model.Known
		fault := min(model.Is(written && view.NamesSecret(variable.Name)), view.MaySecret(value))
		text := view.Pieced(value)
		value.Sensitive = true
		p.Forbid(fault, value, "%s is written here", variable.Name)
		if _, address, ok := view.PasswordIn(text); ok && here && fault == model.No {
			p.Forbid(model.Yes, value, "the password of %s is written here", address)
		}
	}
}
