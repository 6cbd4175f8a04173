package command

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var SignatureUnverified = &checks.Check{
	Title:      "Signatures of packages are not verified",
	Severity:   checks.High,
	Why:        "Whoever controls a mirror, or the way to it, puts packages of their own into the image.",
	Fix:        checks.Fix{Docker: "Leave the option out and import the key of the repository."},
	Aliases:    checks.Aliases{Checkov: "CKV2_DOCKER_7 CKV2_DOCKER_8 CKV2_DOCKER_9 CKV2_DOCKER_10 CKV2_DOCKER_11"},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: signatureUnverified},
}

// signatureUnverified leaves commands of apt be that fetch nothing: what they are given
// are the names of packages, often from another command.
func signatureUnverified(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		verb, _, ok := view.Apt.Verb(c)
		if !ok || !slices.Contains([]string{"remove", "purge", "autoremove", "autopurge", "clean", "autoclean"}, verb) {
			unsigned.judge(p, c)
		}
	}
}

// unsigned are the options that switch verification off.
var unsigned = flags{
	{[]string{"apk"}, []string{"--allow-untrusted"}},
	{[]string{"apt-get", "apt", "aptitude"}, []string{"--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories"}},
	{[]string{"yum", "dnf", "tdnf", "microdnf", "yum-config-manager", "dnf-config-manager"}, []string{"--nogpgcheck", "--no-gpgchecks"}},
	{[]string{"zypper"}, []string{"--no-gpg-checks", "--allow-unsigned-rpm"}},
	{[]string{"rpm"}, []string{"--nodigest", "--nosignature", "--noverify", "--nofiledigest"}},
}
