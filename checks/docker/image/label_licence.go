package image

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var LabelLicence = &checks.Check{
	Title:      "A label for the licence is no SPDX expression",
	Severity:   checks.Low,
	Why:        "Tools that gather the licences of what is shipped cannot tell which one it is.",
	Fix:        checks.Fix{Docker: "Write the identifiers of the SPDX list, joined by AND, OR and WITH: Apache-2.0 OR MIT."},
	Aliases:    checks.Aliases{Hadolint: "DL3054"},
	References: []string{"https://docs.docker.com/build/metadata/annotations/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: labelled{
		Keys: []string{"org.opencontainers.image.licenses"},
		Is:   isLicence,
		What: "SPDX licence expression",
	},
}

// isLicence holds a text against the syntax of SPDX expressions; whether a licence of
// that name is on the list, which grows, is not asked.
//
// https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/
func isLicence(text string) bool {
	open, wanted := 0, true // whether a licence must come next, or what joins two
	spaced := strings.NewReplacer("(", " ( ", ")", " ) ").Replace(text)
	for word := range strings.FieldsSeq(spaced) {
		switch word {
		case "(":
			open++
		case ")":
			open--
		case "AND", "OR", "WITH", "and", "or", "with":
			if wanted {
				return false
			}
			wanted = true
			continue
		default:
			if !wanted || !isLicenceID(word) {
				return false
			}
			wanted = false
			continue
		}
		if open < 0 || wanted != (word == "(") {
			return false
		}
	}
	return open == 0 && !wanted
}

// isLicenceID tells an identifier, of the list or with LicenseRef- before it, that
// may end in a plus sign and name the document that defines it.
func isLicenceID(word string) bool {
	word = strings.TrimSuffix(word, "+")
	if document, id, ok := strings.Cut(word, ":"); ok {
		return strings.HasPrefix(document, "DocumentRef-") && isLicenceID(id)
	}
	return word != "" && strings.Trim(strings.ToLower(word), "abcdefghijklmnopqrstuvwxyz0123456789-.") == ""
}
