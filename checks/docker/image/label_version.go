package image

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var LabelVersion = &checks.Check{
	Title:      "A label for the version is no semantic version",
	Severity:   checks.Low,
	Why:        "Tools cannot tell which of two images is the newer one.",
	Fix:        checks.Fix{Docker: "Write it as MAJOR.MINOR.PATCH: 1.4.2."},
	Aliases:    checks.Aliases{Hadolint: "DL3056"},
	References: []string{"https://docs.docker.com/build/metadata/annotations/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: labelled{
		Keys: []string{"org.opencontainers.image.version", "org.label-schema.version"},
		Is:   isVersion,
		What: "semantic version",
	},
}

// isVersion tells MAJOR.MINOR.PATCH[-PRERELEASE][+BUILD].
//
// https://semver.org/#backusnaur-form-grammar-for-valid-semver-versions
func isVersion(text string) bool {
	text, build, built := strings.Cut(text, "+")
	text, pre, early := strings.Cut(text, "-")
	numbers := strings.Split(text, ".")
	word := func(s string) bool {
		return s != "" && strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
	}
	number := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	plain := func(s string) bool { return s == "0" || number(s) && s[0] != '0' }
	return len(numbers) == 3 && all(numbers, plain) &&
		(!early || all(strings.Split(pre, "."), func(s string) bool { return plain(s) || word(s) && !number(s) })) &&
		(!built || all(strings.Split(build, "."), word))
}

func all(words []string, is func(string) bool) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !is(w) })
}
