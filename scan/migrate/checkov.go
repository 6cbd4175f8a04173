package migrate

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/scan/triage"
)

// checkovSettings reads what stands for flags of Checkov.
//
// https://www.checkov.io/2.Basics/CLI%20Command%20Reference.html
func checkovSettings(r *reader, data []byte) {
	for _, m := range r.members(data) {
		switch m.text {
		case "skip-check":
			for _, id := range words(m.value) {
				r.skipCheck(id)
			}
		case "check":
			r.set(m.line, m.text, "only", texts(words(m.value))...)
		case "soft-fail":
			if m.value.Value == "true" {
				r.set(m.line, m.shown(), "soft_fail", "true")
			}
		case "hard-fail-on":
			if severity, ok := least(words(m.value)); ok {
				r.set(m.line, m.shown(), "fail_on", severity)
			} else {
				r.drop(m.line, m.shown(), "the run fails by severity, not by check; a check can be given a severity")
			}
		case "var-file":
			r.set(m.line, m.text, "var_files", texts(words(m.value))...)
		case "baseline":
			r.set(m.line, m.shown(), "baseline", texts(words(m.value))...)
		case "skip-path":
			r.drop(m.line, m.text, "it holds regular expressions; write globs as \"exclude\"")
		case "external-checks-dir", "external-checks-git":
			r.drop(m.line, m.text, "checks in Python are not run; policies are written in Rego")
		default:
			r.drop(m.line, m.shown(), meansNone)
		}
	}
}

func (r *reader) skipCheck(id word) {
	text := "skip-check " + id.text
	if _, ok := least([]word{id}); ok {
		r.drop(id.line, text, "it stands for all checks of a severity; write \"severity\"")
		return
	}
	r.pass(id.line, text, triage.Foreign{Globs: []string{id.text}})
}

// baselineFile is what Checkov writes with --create-baseline.
type baselineFile struct {
	FailedChecks []struct {
		File     string `json:"file"`
		Findings []struct {
			Resource string   `json:"resource"`
			CheckIDs []string `json:"check_ids"`
		} `json:"findings"`
	} `json:"failed_checks"`
}

// IsCheckovBaseline tells a baseline of Checkov from Lintel's own.
func IsCheckovBaseline(data []byte) bool {
	var file map[string]json.RawMessage
	return json.Unmarshal(data, &file) == nil && file["failed_checks"] != nil
}

// CheckovBaseline reads what such a baseline lets pass.
func CheckovBaseline(name string, data []byte) ([]triage.Foreign, error) {
	var file baselineFile
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	var out []triage.Foreign
	r := &reader{tool: "checkov", file: name}
	for _, in := range file.FailedChecks {
		for _, f := range in.Findings {
			if len(f.CheckIDs) == 0 {
				continue
			}
			out = append(out, triage.Foreign{
				At: r.at(1), Tool: r.tool, Globs: f.CheckIDs, Path: escaped.Replace(strings.TrimPrefix(in.File, "/")), Address: addressOf(f.Resource),
				Reason: "it was there when Checkov's baseline was written", Baseline: true,
			})
		}
	}
	return out, nil
}

// escaped is a path in which nothing means more than itself to a glob.
var escaped = strings.NewReplacer("[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`, "*", `\*`, "?", `\?`, `\`, `\\`)

// addressOf is a resource as Lintel calls it: Checkov puts the type of a template's
// before its name, and names a whole Dockerfile by its path.
func addressOf(resource string) string {
	if strings.Contains(resource, "::") {
		_, name, _ := strings.Cut(resource, ".")
		return name
	}
	if strings.HasPrefix(resource, "/") {
		return ""
	}
	return resource
}

// checkovBaseline says of a baseline how often each check is in it.
func checkovBaseline(r *reader, data []byte) {
	list, err := CheckovBaseline(r.file, data)
	if err != nil {
		r.err = err
		return
	}
	times := map[string]int{}
	for _, f := range list {
		for _, id := range f.Globs {
			times[id]++
		}
	}
	r.set(1, "the baseline", "baseline", r.file)
	for _, id := range slices.Sorted(maps.Keys(times)) {
		r.items = append(r.items, Item{
			Tool: r.tool, At: r.at(1), Text: fmt.Sprintf("%s (%d)", id, times[id]),
			Exception: &triage.Foreign{Globs: []string{id}, Baseline: true},
		})
	}
}
