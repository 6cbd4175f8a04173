// Package page renders a check for people: as a page of the documentation, and
// for `lintel explain` on the terminal.
package page

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/compliance"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
)

// tools are the names that the peers give themselves.
var tools = [...]struct{ key, name string }{
	{"cfn_nag", "cfn_nag"}, {"checkov", "Checkov"}, {"guard", "AWS Guard rules"}, {"hadolint", "hadolint"},
	{"kics", "KICS"}, {"prowler", "Prowler"}, {"regula", "Regula"}, {"trivy", "Trivy"},
}

func toolName(key string) string {
	for _, tool := range tools {
		if tool.key == key {
			return tool.name
		}
	}
	return key
}

// fixes yields the ways out that a check names, each under its input's name.
func fixes(f checks.Fix) func(yield func(input, fix string) bool) {
	return func(yield func(input, fix string) bool) {
		for _, way := range [...]struct{ input, fix string }{
			{"Terraform", f.Terraform}, {"CloudFormation", f.CloudFormation}, {"Dockerfile", f.Docker},
			{"Compose", f.Compose}, {"Deployed", f.Live},
		} {
			if way.fix != "" && !yield(way.input, way.fix) {
				return
			}
		}
	}
}

// controls calls do for each framework with the ids of the controls for which a
// check is evidence, if there are any.
func controls(check *checks.Entry, do func(framework string, ids []string)) error {
	frameworks, err := compliance.All()
	if err != nil {
		return err
	}
	for _, framework := range frameworks {
		var ids []string
		for _, control := range framework.Controls {
			if slices.Contains(control.Checks, check.ID) {
				ids = append(ids, control.ID)
			}
		}
		if len(ids) > 0 {
			do(framework.Title+" "+framework.Version, ids)
		}
	}
	return nil
}

// facts is the line below a title.
func facts(check *checks.Entry) string {
	line := "severity " + check.Severity.String()
	if check.Since != "" {
		line += ", since " + check.Since
	}
	if check.Opinion {
		line += ", an opinion: off unless asked for"
	}
	if check.Loss {
		line += ", of what a change takes away"
	}
	if check.Formerly != "" {
		line += ", formerly " + strings.Join(strings.Fields(check.Formerly), ", ")
	}
	return line
}

// ofKind returns the examples of a kind, ordered by format.
func ofKind(examples []example.Example, kind example.Kind) []example.Example {
	var found []example.Example
	for _, e := range examples {
		if e.Kind == kind {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b example.Example) int { return cmp.Compare(place(a.Format), place(b.Format)) })
	return found
}

// place puts the formats in the order of the fixes.
func place(format model.Format) int {
	return slices.Index([]model.Format{model.Terraform, model.CloudFormation, model.Dockerfile, model.Compose}, format)
}

// shown is a file as a reader sees it: what a test wants of a line is what
// Lintel finds there.
func shown(f txtar.File) string {
	findings := strings.NewReplacer("# want: ", "# finding: ", "// want: ", "// finding: ")
	return strings.TrimSpace(findings.Replace(string(f.Data)))
}

// flush hands a finished page on, so that only one write can fail.
func flush(w io.Writer, b *bytes.Buffer) error {
	_, err := w.Write(b.Bytes())
	return err
}
