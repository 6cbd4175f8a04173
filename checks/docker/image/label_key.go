package image

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var LabelKey = &checks.Check{
	Title:      "A label has a key against the rules",
	Severity:   checks.Low,
	Why:        "Tools expect lower case, dots and hyphens, and keep some names for themselves.",
	Fix:        checks.Fix{Docker: "Write a name in lower case behind your domain in reverse: com.example.name."},
	Aliases:    checks.Aliases{Hadolint: "DL3048"},
	References: []string{"https://docs.docker.com/engine/manage-resources/labels/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "docker_label", Each: "pairs", Path: "name", Is: isNoLabelKey, Says: "%s is no key of a label"},
}

func isNoLabelKey(key string) bool { return !isLabelKey(key) }

// isLabelKey holds a key against Docker's guidelines.
func isLabelKey(key string) bool {
	for _, reserved := range [...]string{"com.docker.", "io.docker.", "org.dockerproject."} {
		if strings.HasPrefix(key, reserved) {
			return false
		}
	}
	for i, c := range key {
		letter := 'a' <= c && c <= 'z'
		digit := '0' <= c && c <= '9'
		mark := c == '.' || c == '-'
		inside := 0 < i && i < len(key)-1
		if !letter && !(digit && i > 0) && !(mark && inside && key[i-1] != byte(c)) {
			return false
		}
	}
	return key != ""
}
