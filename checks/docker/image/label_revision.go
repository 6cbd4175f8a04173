package image

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var LabelRevision = &checks.Check{
	Title:      "A label for the revision is no hash of a git commit",
	Severity:   checks.Low,
	Why:        "It does not lead to the source that the image is made of.",
	Fix:        checks.Fix{Docker: "Give it the hash of the commit, such as by a build argument."},
	Aliases:    checks.Aliases{Hadolint: "DL3055"},
	References: []string{"https://docs.docker.com/build/metadata/annotations/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: labelled{
		Keys: []string{"org.opencontainers.image.revision", "org.label-schema.vcs-ref"},
		Is:   isRevision,
		What: "hash of a git commit",
	},
}

// isRevision tells a hash, which may be shortened as far as git does by itself.
func isRevision(text string) bool {
	return len(text) >= 7 && len(text) <= 64 && strings.Trim(strings.ToLower(text), "0123456789abcdef") == ""
}
