package file

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SecretCopied = &checks.Check{
	Title:      "A file that holds secrets is copied into the image",
	Severity:   checks.High,
	Why:        "Whoever can pull the image can read it, also if a later instruction deletes it.",
	Fix:        checks.Fix{Docker: `Mount it where it is used: "RUN --mount=type=secret,id=…".`},
	Aliases:    checks.Aliases{Trivy: "AVD-DS-0031"},
	References: []string{"https://docs.docker.com/build/building/secrets/"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy docker_add", Do: secretCopied},
}

// secrets are files by the ends of their paths.
var secrets = []string{
	"id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".env", ".netrc", "_netrc", ".npmrc", ".pypirc", ".pgpass", ".htpasswd", ".git-credentials",
	".aws/credentials", ".docker/config.json", ".kube/config", ".dockercfg", "service-account.json", "terraform.tfstate",
}

func secretCopied(p *checks.Pass, r *model.Resource) {
	for source := range r.Each("sources") {
		known := source.Satisfies(func(s string) bool {
			s = "/" + strings.TrimPrefix(path.Clean(s), "/")
			return r.At("from").State == model.Absent && slices.ContainsFunc(secrets, func(end string) bool { return strings.HasSuffix(s, "/"+end) })
		})
		p.Forbid(known, source, "%s holds secrets", checks.Said(source))
	}
}
