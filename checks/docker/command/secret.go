package command

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	credential "github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var Secret = &checks.Check{
	Title:      "A command is given a secret",
	Severity:   checks.High,
	Why:        "The command stands in the history of the image, for whoever can pull it.",
	Fix:        checks.Fix{Docker: `Mount the secret: "RUN --mount=type=secret,id=token …".`},
	References: []string{"https://docs.docker.com/build/building/secrets/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: secretGiven},
}

func secretGiven(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		for _, arg := range c.Args {
			if password, address, ok := view.PasswordIn(arg.Text); ok {
				p.Forbid(model.Is(!placeholder(password)), hidden(arg.Value), "the password of %s is written here", address)
			} else if what := credential.In(arg.Text); what != "" {
				p.Forbid(model.Yes, hidden(arg.Value), "%s is written here", what)
			}
			name, value, ok := strings.Cut(arg.Text, "=")
			isPassword := ok && (name == "--password" || name == "--token" || name == "--secret" || name == "--api-key")
			p.Forbid(model.Is(isPassword && arg.Known() && !placeholder(value)), hidden(arg.Value), "the value of %s is written here", name)
		}
		if !downloads(c.Name.Text) {
			continue
		}
		user := c.Option("-u", "--user", "--password", "--http-password")
		_, password, ok := strings.Cut(user.Text, ":")
		p.Forbid(model.Is(ok && user.Known() && !placeholder(password)), hidden(user.Value), "the password of %s is written here", c.Name.Text)
	}
}

// hidden is a value that nobody may print.
func hidden(v model.Value) model.Value {
	v.Sensitive = true
	return v
}

// placeholder tells what stands for a secret that is filled in elsewhere.
func placeholder(text string) bool {
	return text == "" || strings.ContainsAny(text, "$<>{}*") || strings.EqualFold(text, "password") || strings.EqualFold(text, "changeme")
}
