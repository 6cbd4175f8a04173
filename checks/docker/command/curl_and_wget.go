package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var CurlAndWget = &checks.Check{
	Title:    "Both curl and wget are used",
	Severity: checks.Low,
	Why:      "Two tools for one purpose make the image larger.",
	Fix:      checks.Fix{Docker: "Use one of them everywhere."},
	Aliases: checks.Aliases{
		KICS:     "fc775e75-fcfb-4c98-b2f2-910c5858b359",
		Trivy:    "AVD-DS-0014",
		Hadolint: "DL4001",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: curlAndWget},
}

func curlAndWget(p *checks.Pass, r *model.Resource) {
	met := map[string]bool{}
	for earlier := range view.Before(r) {
		if earlier.Type == on {
			note(met, view.Commands(earlier))
		}
	}
	for _, c := range view.Commands(r) {
		if !downloads(c.Name.Text) {
			continue
		}
		other := "curl"
		if c.Is("curl") {
			other = "wget"
		}
		p.Forbid(model.Is(met[other]), c.Value, "%s is run, and %s before it", c.Name.Text, other)
		met[c.Name.Text] = true
	}
}

func note(met map[string]bool, commands []view.Command) {
	for _, c := range commands {
		met[c.Name.Text] = true
	}
}
