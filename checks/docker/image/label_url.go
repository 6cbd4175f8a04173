package image

import (
	"net/url"

	"github.com/lintel-iac/lintel/checks"
)

var LabelURL = &checks.Check{
	Title:      "A label for an address is no URL",
	Severity:   checks.Low,
	Why:        "Tools link it, and the link leads nowhere.",
	Fix:        checks.Fix{Docker: "Write the whole address: https://example.com/app."},
	Aliases:    checks.Aliases{Hadolint: "DL3052"},
	References: []string{"https://docs.docker.com/build/metadata/annotations/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: labelled{
		Keys: []string{"org.opencontainers.image.url", "org.opencontainers.image.source", "org.opencontainers.image.documentation", "org.label-schema.url"},
		Is:   isURL,
		What: "URL",
	},
}

// isURL asks for an address with a scheme and a host.
func isURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Scheme != "" && u.Host != ""
}
