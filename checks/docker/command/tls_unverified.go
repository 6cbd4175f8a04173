package command

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var TlsUnverified = &checks.Check{
	Title:      "TLS certificates are not verified",
	Severity:   checks.High,
	Why:        "Whoever is on the way to the server can put anything into the image.",
	Fix:        checks.Fix{Docker: "Leave the option out; install the certificate of a private authority with update-ca-certificates."},
	Aliases:    checks.Aliases{Checkov: "CKV2_DOCKER_2 CKV2_DOCKER_3 CKV2_DOCKER_4 CKV2_DOCKER_13 CKV2_DOCKER_15"},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: tlsUnverified},
}

// unverified are the options that switch verification off.
var unverified = flags{
	{[]string{"curl"}, []string{"-k", "--insecure", "--proxy-insecure"}},
	{[]string{"wget"}, []string{"--no-check-certificate"}},
	{[]string{"npm", "yarn", "pnpm"}, []string{"--no-strict-ssl"}},
}

func tlsUnverified(p *checks.Pass, r *model.Resource) {
	unverified.Judge(p, r)
	for _, c := range view.Commands(r) {
		p.Forbid(model.Is(c.Is("npm", "yarn", "pnpm") && looseSSL(c.Args)), c.Value, "%s sets strict-ssl to false", c.Name.Text)
		if _, _, ok := view.Pip.Verb(c); ok {
			p.Forbid(c.Has("--trusted-host"), c.Value, "%s has --trusted-host", c.Name.Text)
		}
		p.Forbid(model.Is(c.Is("git") && looseGit(c.Args)), c.Value, "git sets http.sslVerify to false")
		if !c.Is("yum", "dnf", "tdnf", "microdnf", "yum-config-manager", "dnf-config-manager") {
			continue
		}
		for _, arg := range c.Args {
			value, off := looseRPM(arg.Text)
			p.Forbid(model.Is(off), c.Value, "%s sets sslverify=%s", c.Name.Text, value)
		}
	}
}

// looseRPM finds sslverify=0 behind --setopt, also for one repository.
func looseRPM(arg string) (value string, off bool) {
	name, value, _ := strings.Cut(strings.TrimPrefix(arg, "--setopt="), "=")
	value = strings.Trim(value, `"'`)
	isOff := slices.Contains([]string{"0", "false", "no", "off"}, strings.ToLower(value))
	return value, isOff && (name == "sslverify" || strings.HasSuffix(name, ".sslverify"))
}

// looseSSL finds "config set strict-ssl false", and --strict-ssl=false.
func looseSSL(args []view.Word) bool {
	for i, arg := range args {
		name, value, given := strings.Cut(strings.TrimLeft(arg.Text, "-"), "=")
		if !given && i+1 < len(args) {
			value = args[i+1].Text
		}
		if name == "strict-ssl" && strings.EqualFold(value, "false") {
			return true
		}
	}
	return false
}

// looseGit finds "config http.sslVerify false", and -c http.sslVerify=false.
func looseGit(args []view.Word) bool {
	for i, arg := range args {
		name, value, given := strings.Cut(arg.Text, "=")
		if !given && i+1 < len(args) {
			value = args[i+1].Text
		}
		if strings.EqualFold(name, "http.sslVerify") && (strings.EqualFold(value, "false") || value == "0") {
			return true
		}
	}
	return false
}
