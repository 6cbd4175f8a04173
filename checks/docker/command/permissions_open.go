package command

import (
	"regexp"
	"sync"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PermissionsOpen = &checks.Check{
	Title:      "Files are made writable for everyone",
	Severity:   checks.Medium,
	Why:        "Any process in the container, under whatever user, can replace them.",
	Fix:        checks.Fix{Docker: `Give the owner what the owner needs: "chmod u=rwX,go=rX", or "COPY --chmod=755".`},
	References: []string{"https://docs.docker.com/reference/dockerfile/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: permissionsOpen},
}

// everyone matches modes by which everyone may write, but for folders in which only
// the owner of a file may delete it.
var everyone = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^0?[0-7]?[0-7]{2}[2367]$|^[ug]*[ao][ugoa]*[+=][rxXst]*w`)
})

func permissionsOpen(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		if !c.Is("chmod") {
			continue
		}
		for _, arg := range c.Args {
			sticky := len(arg.Text) == 4 && (arg.Text[0] == '1' || arg.Text[0] == '3')
			p.Forbid(model.Is(everyone().MatchString(arg.Text) && !sticky), c.Value, "chmod sets %s", arg.Text)
		}
	}
}
