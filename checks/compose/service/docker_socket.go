package service

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var DockerSocket = &checks.Check{
	Title:      "The container is given the socket of Docker",
	Severity:   checks.Critical,
	Why:        "Whoever reaches the socket starts privileged containers, and so is root of the host.",
	Fix:        checks.Fix{Compose: "Leave the socket out, or put a proxy in front that allows the few calls that are needed."},
	Aliases:    checks.Aliases{KICS: "d6355c88-1e8d-49e9-b2f2-f8a1ca12c75b"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/"},
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: dockerSocket},
}

// dockerSocket needs to know no more of a path than its last part.
func dockerSocket(p *checks.Pass, r *model.Resource) {
	for volume := range r.Each("volumes") {
		source := volume.At("source")
		text := view.Pieced(source)
		mounted := source.Satisfies(isSocket)
		if end := text[strings.LastIndex(text, view.Hole)+1:]; mounted == model.Maybe && strings.ContainsAny(end, `/\`) {
			mounted = model.Is(isSocket(end))
		}
		p.Forbid(mounted, source, "%s is mounted", checks.Said(source))
	}
}

// sockets are those of the programs that start containers.
var sockets = []string{"docker.sock", "containerd.sock", "podman.sock", "crio.sock", "docker_engine"}

func isSocket(source string) bool {
	return slices.Contains(sockets, path.Base(strings.ReplaceAll(source, `\`, "/")))
}
