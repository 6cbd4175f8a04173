package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PortOnAllInterfaces = &checks.Check{
	Title:      "A port is published on all interfaces of the host",
	Severity:   checks.Medium,
	Why:        "Docker opens it past the firewall of the host: whoever reaches the host reaches the container.",
	Fix:        checks.Fix{Compose: `Name the address: "127.0.0.1:8080:80".`},
	Aliases:    checks.Aliases{KICS: "451d79dc-0588-476a-ad03-3c7f0320abb3"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#ports"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: portOnAllInterfaces},
}

func portOnAllInterfaces(p *checks.Pass, r *model.Resource) {
	for port := range r.Each("ports") {
		address := port.At("host_ip")
		everywhere := max(address.IsEmpty(), address.Is("0.0.0.0", "::", "*"))
		at := address
		if at.State == model.Absent {
			at = port
		}
		p.Forbid(everywhere, at, "port %s is published on all interfaces", checks.Said(port.At("target")))
	}
}
