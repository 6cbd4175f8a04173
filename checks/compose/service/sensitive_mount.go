package service

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SensitiveMount = &checks.Check{
	Title:      "The container is given a folder of the host system",
	Severity:   checks.High,
	Why:        "What is there configures the host or holds its secrets: the container can read it, and mostly change it.",
	Fix:        checks.Fix{Compose: "Mount the one file that is needed, read-only, or use a named volume."},
	Aliases:    checks.Aliases{KICS: "1c1325ff-831d-43a1-973e-839ae57dfcc0"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/"},
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service compose_volume", Do: sensitiveMount},
}

// system are the folders of the host that configure it or hold its secrets, with all
// in them.
var system = []string{
	"/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/root", "/run", "/sbin", "/bin", "/sys", "/usr", "/var/lib/docker", "/var/run", "/var/spool/cron",
}

// harmless are files in them of which containers need to know.
var harmless = []string{
	"/etc/localtime", "/etc/timezone", "/etc/hosts", "/etc/resolv.conf", "/etc/ssl/certs", "/etc/ca-certificates", "/usr/share/zoneinfo",
	"/dev/shm", "/dev/null", "/dev/net/tun", "/dev/dri", "/usr/share/ca-certificates",
}

// whole are folders whose contents are not the host's own, but which themselves are.
var whole = []string{"/", "/var", "/home", "/opt", "/mnt", "/var/lib", "/var/log"}

// sensitiveMount leaves sockets to the check of those.
func sensitiveMount(p *checks.Pass, r *model.Resource) {
	isFolder := func(source string) bool { return isSensitive(source) && !isSocket(source) }
	for volume := range r.Each("volumes") {
		source := volume.At("source")
		p.Forbid(source.Satisfies(isFolder), source, "%s is mounted", checks.Said(source))
	}
	if device := r.At("driver_opts.device"); device.State != model.Absent {
		bound := r.At("driver_opts.o").Satisfies(func(s string) bool { return strings.Contains(s, "bind") })
		p.Forbid(min(bound, device.Satisfies(isSensitive)), device, "%s is mounted", checks.Said(device))
	}
}

func isSensitive(source string) bool {
	if !strings.HasPrefix(source, "/") {
		return false
	}
	source = path.Clean(source)
	in := func(folder string) bool { return source == folder || strings.HasPrefix(source, folder+"/") }
	return slices.Contains(whole, source) || slices.ContainsFunc(system, in) && !slices.ContainsFunc(harmless, in)
}
