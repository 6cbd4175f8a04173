package command

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var AptListsKept = &checks.Check{
	Title:    "The package lists of apt stay in the image",
	Severity: checks.Low,
	Why:      "What a later instruction deletes stays in the image, so that it is larger than it has to be.",
	Fix:      checks.Fix{Docker: `End the instruction with "rm -rf /var/lib/apt/lists/*", or mount a cache there.`},
	Aliases: checks.Aliases{
		KICS:     "df746b39-6564-4fed-bf85-e9c44382303c",
		Hadolint: "DL3009",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: aptListsKept},
}

// aptListsKept looks at what fetches the lists: installing alone leaves none.
func aptListsKept(p *checks.Pass, r *model.Resource) {
	if !view.Shipped(r) {
		return
	}
	elsewhere := mounted(r, "/var/lib/apt/lists")
	commands := view.Commands(r)
	emptied := func(c view.Command) bool {
		return removes(c, "/var/lib/apt/lists") || cleans(&view.Apt, c, "distclean", "dist-clean") || c.Is("rm") && slices.ContainsFunc(c.Args, func(arg view.Word) bool {
			return arg.Text == "apt" || strings.HasPrefix(arg.Text, "apt/lists") || strings.HasPrefix(arg.Text, "lists")
		})
	}
	for i, c := range commands {
		verb, _, ok := view.Apt.Verb(c)
		if ok && verb == "update" && !slices.ContainsFunc(commands[i+1:], updatesLists) {
			p.Forbid(model.Is(!elsewhere && !slices.ContainsFunc(commands[i+1:], emptied)), c.Value, "/var/lib/apt/lists is not emptied")
		}
	}
}

// updatesLists tells whether a later command of the script is judged instead: one
// finding for all of them is enough.
func updatesLists(c view.Command) bool {
	verb, _, ok := view.Apt.Verb(c)
	return ok && verb == "update"
}
