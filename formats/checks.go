package formats

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

type checkJSON struct {
	ID         string              `json:"id"`
	Title      string              `json:"title"`
	Severity   string              `json:"severity"`
	Aliases    map[string][]string `json:"aliases"`
	Types      []string            `json:"types"`
	Why        string              `json:"why"`
	Fix        fixJSON             `json:"fix"`
	References []string            `json:"references"`
	Opinion    bool                `json:"opinion"`
	Since      string              `json:"since"`
	Formerly   []string            `json:"formerly"`
}

type fixJSON struct {
	Terraform      string `json:"terraform,omitempty"`
	CloudFormation string `json:"cloudformation,omitempty"`
	Docker         string `json:"docker,omitempty"`
	Compose        string `json:"compose,omitempty"`
	Live           string `json:"live,omitempty"`
}

// Checks writes the list of checks as JSON.
func Checks(w io.Writer, list []checks.Entry) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	out.text("[")
	for i := range list {
		out.element(i, jsonCheck(&list[i]))
	}
	out.text("\n]\n")
	return out.flush()
}

func jsonCheck(e *checks.Entry) checkJSON {
	aliases := make(map[string][]string)
	for tool, ids := range e.Aliases.Each {
		aliases[tool] = ids
	}
	return checkJSON{
		ID: e.ID, Title: e.Title, Severity: e.Severity.String(), Aliases: aliases,
		Types: strings.Fields(e.Rule.Types()), Why: e.Why, Fix: fixJSON(e.Fix),
		References: append([]string{}, e.References...), Opinion: e.Opinion,
		Since: e.Since, Formerly: strings.Fields(e.Formerly),
	}
}

// ChecksText writes the list of checks for people, a line each.
func ChecksText(w io.Writer, list []checks.Entry) error {
	out := bufio.NewWriter(w)
	wide := 0
	for _, e := range list {
		wide = max(wide, len(e.ID))
	}
	for _, e := range list {
		title := printable(e.Title)
		if e.Opinion {
			title += " (opinion)"
		}
		_, _ = fmt.Fprintf(out, "%-*s  %-8s  %s\n", wide, e.ID, e.Severity, title) // Flush reports the error
	}
	return out.Flush()
}
