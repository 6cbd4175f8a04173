package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var HealthcheckMissing = &checks.Check{
	Title:      "No health check is set",
	Severity:   checks.Low,
	Why:        "Docker takes the container for healthy as long as its process lives.",
	Fix:        checks.Fix{Compose: `Write "healthcheck" with a "test".`},
	Aliases:    checks.Aliases{KICS: "698ed579-b239-4f8f-a388-baa4bcb13ef8"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#healthcheck"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: healthcheckMissing},
}

func healthcheckMissing(p *checks.Pass, r *model.Resource) {
	check, c := r.At("healthcheck"), view.Containers(r)[0]
	p.Forbid(model.Not(c.Healthcheck.IsSet()), check, "no health check is set")
	disabled := r.At("healthcheck.disable")
	p.Forbid(disabled.IsTrue(), disabled, "the health check is switched off")
	test := r.At("healthcheck.test")
	p.Forbid(test.Contains("NONE"), test, "the health check is switched off")
}
