package file

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AddRemote = &checks.Check{
	Title:    "ADD fetches a file without a checksum",
	Severity: checks.Medium,
	Why:      "Whoever controls the server, or the way to it, decides what is in the image.",
	Fix:      checks.Fix{Docker: `Add "--checksum=sha256:…".`},
	Aliases: checks.Aliases{
		Checkov: "CKV_DOCKER_4",
		KICS:    "4b410d24-1cbe-4430-a632-62c9a931cf1c",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#add---checksum"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_add", Do: addRemote},
}

// addRemote leaves repositories of git to their commit.
func addRemote(p *checks.Pass, r *model.Resource) {
	for source := range r.Each("sources") {
		remote := source.Satisfies(func(s string) bool {
			path, _, _ := strings.Cut(s, "#")
			return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && !strings.HasSuffix(path, ".git")
		})
		p.Forbid(min(remote, model.Not(r.At("checksum").IsSet())), source, "%s is fetched without a checksum", checks.Said(source))
	}
}
