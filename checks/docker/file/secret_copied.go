package file

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
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
			return slices.ContainsFunc(secrets, func(end string) bool { return strings.HasSuffix(s, "/"+end) })
		})
		if known == model.Maybe {
			known = endsSecret(view.Pieced(source))
		}
		p.Forbid(min(known, model.Is(r.At("from").State == model.Absent)), source, "%s holds secrets", checks.Said(source))
	}
}

// endsSecret asks it of a path whose end alone is known.
func endsSecret(text string) model.Truth {
	known := text[strings.LastIndex(text, view.Hole)+1:]
	answer := model.No
	for _, end := range secrets {
		switch end = "/" + end; {
		case strings.HasSuffix(known, end):
			return model.Yes
		case strings.HasSuffix(end, known):
			answer = model.Maybe
		}
	}
	return answer
}
