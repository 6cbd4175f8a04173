package service

import (
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

func volumeShared(p *checks.Pass, r *model.Resource) {
	for volume := range r.Each("volumes") {
		source := volume.At("source")
		for _, other := range r.Scope.OfType("compose_service") {
			p.Forbid(model.Is(other != r && writes(r, source) && mounts(other, source)), source, "%s mounts %s, too", other.Address, checks.Said(source))
		}
	}
}

// writes tells whether of two services that share a volume this is the one to report:
// the later by name.
func writes(r *model.Resource, source model.Value) bool {
	for _, other := range r.Scope.OfType("compose_service") {
		if mounts(other, source) {
			return other != r
		}
	}
	return false
}

func mounts(r *model.Resource, source model.Value) bool {
	for volume := range r.Each("volumes") {
		if source.State == model.Known && model.Same(volume.At("source"), source) {
			return true
		}
	}
	return false
}
