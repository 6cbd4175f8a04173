package env

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var TlsUnverified = &checks.Check{
	Title:      "A variable switches the verification of TLS certificates off",
	Severity:   checks.High,
	Why:        "Whoever is on the way to the server can read and change all that is sent.",
	Fix:        checks.Fix{Docker: "Leave the variable out; install the certificate of a private authority with update-ca-certificates."},
	Aliases:    checks.Aliases{Checkov: "CKV2_DOCKER_5 CKV2_DOCKER_6 CKV2_DOCKER_12 CKV2_DOCKER_14 CKV2_DOCKER_16"},
	References: []string{"https://docs.docker.com/reference/dockerfile/"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_arg docker_env docker_run", Do: tlsUnverified},
}

// off are the values by which each variable switches verification off; no value
// stands for any that is not empty. Git asks only whether its variable is there.
var off = []struct {
	name   string
	values []string
}{
	{"PYTHONHTTPSVERIFY", []string{"0"}},
	{"NODE_TLS_REJECT_UNAUTHORIZED", []string{"0"}},
	{"NPM_CONFIG_STRICT_SSL", []string{"false"}},
	{"GIT_SSL_NO_VERIFY", nil},
	{"PIP_TRUSTED_HOST", nil},
}

func tlsUnverified(p *checks.Pass, r *model.Resource) {
	for pair := range r.Each("pairs") {
		judge(p, view.Pieced(pair.At("name")), pair.At("value"))
	}
	for _, c := range view.Commands(r) {
		environment, _ := c.At("environment").Data.(model.Members)
		for _, o := range off {
			judge(p, o.name, environment.Named(o.name))
			judge(p, strings.ToLower(o.name), environment.Named(strings.ToLower(o.name)))
		}
	}
}

func judge(p *checks.Pass, name string, value model.Value) {
	for _, o := range off {
		if !strings.EqualFold(name, o.name) || name != o.name && o.name != "NPM_CONFIG_STRICT_SSL" {
			continue
		}
		fault := value.IsFold(o.values...)
		switch {
		case o.name == "GIT_SSL_NO_VERIFY":
			fault = value.IsSet()
		case o.values == nil:
			fault = min(value.IsSet(), model.Not(value.IsEmpty()))
		}
		p.Forbid(fault, value, "%s is %s", name, checks.Said(value))
		return
	}
	p.Forbid(model.No, value, "%s has nothing to do with TLS", name)
}
