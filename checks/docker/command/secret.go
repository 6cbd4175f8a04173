package command

import (
	"regexp"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/checks"
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

// withPassword matches an address with the name and password of a user in it.
var withPassword = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\w+://)[^/:@\s\x00]*:([^/@\s\x00]+)@([^/\s]+)`)
})

func secretGiven(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		for _, arg := range c.Args {
			if match := withPassword().FindStringSubmatch(arg.Text); match != nil {
				p.Forbid(model.Is(!placeholder(match[2])), hidden(arg.Value), "the password of %s%s is written here", match[1], match[3])
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
