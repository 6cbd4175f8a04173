package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var UseraddHighUid = &checks.Check{
	Title:      "useradd with a large UID writes a huge log",
	Severity:   checks.Low,
	Why:        "The log of last logins grows with the largest UID: the image becomes gigabytes larger.",
	Fix:        checks.Fix{Docker: `Add "-l" ("--no-log-init").`},
	Aliases:    checks.Aliases{Hadolint: "DL3046"},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: useraddHighUID},
}

func useraddHighUID(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		if !c.Is("useradd") {
			continue
		}
		uid := c.Option("-u", "--uid")
		p.Forbid(min(model.Is(len(uid.Text) > 5), model.Not(c.Has("-l", "--no-log-init"))), c.Value, "useradd has a UID of %s and lacks -l", uid.Text)
	}
}
