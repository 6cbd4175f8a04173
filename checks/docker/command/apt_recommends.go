package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var AptRecommends = &checks.Check{
	Title:    "apt-get install brings recommended packages along",
	Severity: checks.Low,
	Why:      "Packages that nobody asked for make the image larger and easier to attack.",
	Fix:      checks.Fix{Docker: `Add "--no-install-recommends".`},
	Aliases: checks.Aliases{
		KICS:     "7384dfb2-fcd1-4fbf-91cd-6c44c318c33c",
		Trivy:    "AVD-DS-0029",
		Hadolint: "DL3015",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: aptRecommends},
}

// aptRecommends takes the option in each of its spellings.
func aptRecommends(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		if _, ok := view.Apt.Install(c); !ok {
			continue
		}
		off := c.Has("--no-install-recommends", "APT::Install-Recommends")
		p.Require(off, c.Value, "%s install lacks --no-install-recommends", c.Name.Text)
	}
}
