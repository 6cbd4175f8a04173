package command

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var ApkCache = &checks.Check{
	Title:    "apk add keeps the index of packages",
	Severity: checks.Low,
	Why:      "The index stays in the image, where nobody needs it.",
	Fix:      checks.Fix{Docker: `Add "--no-cache".`},
	Aliases: checks.Aliases{
		KICS:     "ae9c56a6-3ed1-4ac0-9b54-31267f51151d",
		Trivy:    "AVD-DS-0025",
		Hadolint: "DL3019",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: apkCache},
}

func apkCache(p *checks.Pass, r *model.Resource) {
	if !view.Shipped(r) {
		return
	}
	elsewhere := mounted(r, "/var/cache/apk", "/etc/apk/cache")
	commands := view.Commands(r)
	for i, c := range commands {
		if _, ok := view.Apk.Install(c); ok {
			emptied := slices.ContainsFunc(commands[i+1:], func(c view.Command) bool { return removes(c, "/var/cache/apk") })
			p.Require(max(model.Is(elsewhere || emptied), c.Has("--no-cache")), c.Value, "apk add lacks --no-cache")
		}
	}
}
