package image

import (
	"strings"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var LabelMalformed = &checks.Check{
	Title:      "A label of the image specification says something else than it should",
	Severity:   checks.Low,
	Why:        "Tools that read the label cannot use it.",
	Fix:        checks.Fix{Docker: "Write addresses as URLs, the time of creation as RFC 3339."},
	Aliases:    checks.Aliases{Hadolint: "DL3052 DL3053"},
	References: []string{"https://docs.docker.com/build/metadata/annotations/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_label", Do: labelMalformed},
}

func labelMalformed(p *checks.Pass, r *model.Resource) {
	for pair := range r.Each("pairs") {
		value, good := pair.At("value"), isText
		switch pair.At("name").String() {
		case "org.opencontainers.image.created":
			good = isTime
		case "org.opencontainers.image.url", "org.opencontainers.image.documentation", "org.opencontainers.image.source":
			good = isURL
		}
		p.Require(value.Satisfies(good), value, "%s is %s", pair.At("name"), checks.Said(value))
	}
}

func isText(string) bool { return true }

func isTime(text string) bool {
	_, err := time.Parse(time.RFC3339, text)
	return err == nil
}

func isURL(text string) bool {
	_, host, ok := strings.Cut(text, "://")
	return ok && host != "" && !strings.ContainsAny(text, " ")
}
