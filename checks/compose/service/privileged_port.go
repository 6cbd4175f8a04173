package service

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PrivilegedPort = &checks.Check{
	Title:      "A privileged port is mapped",
	Severity:   checks.Low,
	Why:        "Only root may listen below 1024: a program that does so in a container is started as root.",
	Fix:        checks.Fix{Compose: "Have the program listen above 1023, and map to that."},
	Aliases:    checks.Aliases{KICS: "bc2908f3-f73c-40a9-8793-c1b7d5544f79"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#ports"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: privilegedPort},
}

func privilegedPort(p *checks.Pass, r *model.Resource) {
	for port := range r.Each("ports") {
		target := port.At("target")
		low := target.Satisfies(func(s string) bool {
			first, _, _ := strings.Cut(s, "-")
			number, err := strconv.Atoi(first)
			return err == nil && number < 1024
		})
		p.Forbid(low, target, "port %s of the container is mapped", checks.Said(target))
	}
}
