package service

import (
	"fmt"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var VolumeShared = &checks.Check{
	Title:      "Containers share a volume",
	Severity:   checks.Low,
	Why:        "One container can change what the other one reads.",
	Fix:        checks.Fix{Compose: "Give each container a volume of its own, or mount it read-only in all but one."},
	Aliases:    checks.Aliases{KICS: "8c978947-0ff6-485c-b0c2-0bfca6026466"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: volumeShared},
}

// volumeShared reports each of the services that write to a volume but the first by
// name. Those that mount it read-only change nothing in it.
func volumeShared(p *checks.Pass, r *model.Resource) {
	services := r.Scope.OfType("compose_service")
	for volume := range r.Each("volumes") {
		source := volume.At("source")
		if source.State != model.Known {
			continue
		}
		shared, first, others := model.No, "", 0
		for _, other := range services {
			if other == r && others == 0 {
				break // it is the first
			}
			written := writes(other, source)
			if other == r || written == model.No {
				continue
			}
			if others++; others == 1 {
				first = other.Address
			}
			shared = max(shared, written)
		}
		shared = min(shared, model.Not(volume.At("read_only").IsTrue()))
		if others > 1 {
			first = fmt.Sprintf("%s and %d more mount", first, others-1)
		} else {
			first += " mounts"
		}
		p.Forbid(shared, source, "%s %s, too", first, checks.Said(source))
	}
}

// writes asks whether a service mounts a volume and may write to it.
func writes(r *model.Resource, source model.Value) model.Truth {
	answer := model.No
	for volume := range r.Each("volumes") {
		if model.Same(volume.At("source"), source) {
			answer = max(answer, model.Not(volume.At("read_only").IsTrue()))
		}
	}
	return answer
}
