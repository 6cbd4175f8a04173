package service

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RestartUnbounded = &checks.Check{
	Title:      "The container is restarted on failure more than five times",
	Severity:   checks.Low,
	Why:        "Without a bound a container that cannot start is tried for ever, and keeps the host busy.",
	Fix:        checks.Fix{Compose: `Write "restart: on-failure:5".`},
	Aliases:    checks.Aliases{KICS: "2fc99041-ddad-49d5-853f-e35e70a48391"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#restart"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: restartUnbounded},
}

func restartUnbounded(p *checks.Pass, r *model.Resource) {
	restart := r.At("restart")
	unbounded := restart.Satisfies(func(s string) bool {
		attempts, onFailure := strings.CutPrefix(s, "on-failure")
		return onFailure && !isFew(strings.TrimPrefix(attempts, ":"))
	})
	p.Forbid(unbounded, restart, "restart is %s", checks.Said(restart))
	attempts := r.At("deploy.restart_policy.max_attempts")
	policy := r.At("deploy.restart_policy.condition").Is("on-failure")
	p.Forbid(min(policy, model.Not(attempts.Satisfies(isFew))), attempts, "deploy.restart_policy.max_attempts is %s", checks.Said(attempts))
}

// isFew reads a number of attempts: none and 0 are no bound.
func isFew(attempts string) bool {
	n, err := strconv.Atoi(attempts)
	return err == nil && 1 <= n && n <= 5
}
