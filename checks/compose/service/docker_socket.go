package service

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var DockerSocket = &checks.Check{
	Title:      "The container is given the socket of Docker",
	Severity:   checks.Critical,
	Why:        "Whoever reaches the socket starts privileged containers, and so is root of the host.",
	Fix:        checks.Fix{Compose: "Leave the socket out, or put a proxy in front that allows the few calls that are needed."},
	Aliases:    checks.Aliases{KICS: "d6355c88-1e8d-49e9-b2f2-f8a1ca12c75b"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "compose_service", Each: "volumes", Path: "source", Is: isSocket, Says: "%s is mounted"},
}

// sockets are those of the programs that start containers.
var sockets = []string{"docker.sock", "containerd.sock", "podman.sock", "crio.sock", "docker_engine"}

func isSocket(source string) bool {
	return slices.Contains(sockets, path.Base(strings.ReplaceAll(source, `\`, "/")))
}
