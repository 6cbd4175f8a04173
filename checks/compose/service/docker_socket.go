package service

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
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

// sockets are those of the programs that start containers.
var sockets = []string{"docker.sock", "containerd.sock", "podman.sock", "crio.sock", "docker_engine"}

func dockerSocket(p *checks.Pass, r *model.Resource) {
	for volume := range r.Each("volumes") {
		source := volume.At("source")
		socket := source.Satisfies(func(s string) bool {
			return slices.ContainsFunc(sockets, func(name string) bool { return path.Base(strings.ReplaceAll(s, `\`, "/")) == name })
		})
		p.Forbid(socket, source, "%s is mounted", checks.Said(source))
	}
}
