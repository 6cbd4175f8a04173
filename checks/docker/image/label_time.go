package image

import (
	"time"

	"github.com/lintel-iac/lintel/checks"
)

var LabelTime = &checks.Check{
	Title:      "A label for the time of creation is no time of RFC 3339",
	Severity:   checks.Low,
	Why:        "Tools that sort images by age cannot read it.",
	Fix:        checks.Fix{Docker: "Write it as 2026-01-02T03:04:05Z."},
	Aliases:    checks.Aliases{Hadolint: "DL3053"},
	References: []string{"https://docs.docker.com/build/metadata/annotations/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: labelled{
		Keys: []string{"org.opencontainers.image.created", "org.label-schema.build-date"},
		Is:   isTime,
		What: "time of RFC 3339",
	},
}

func isTime(text string) bool {
	_, err := time.Parse(time.RFC3339, text)
	return err == nil
}
