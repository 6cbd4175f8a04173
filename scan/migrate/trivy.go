package migrate

import (
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/scan/triage"
)

const (
	notOurs   = "Lintel looks for misconfigurations alone"
	meansNone = "it means nothing here"
)

// trivyPlain reads an id a line, with exp:DATE behind it where it ends.
//
// https://trivy.dev/docs/latest/configuration/filtering/
func trivyPlain(r *reader, data []byte) {
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		var until time.Time
		known := true
		for _, field := range fields[1:] {
			date, isDate := strings.CutPrefix(field, "exp:")
			if until, known = day(date); !isDate || !known {
				r.drop(number, strings.Join(fields, " "), "%q in it is not known", field)
				known = false
				break
			}
		}
		if known {
			r.trivyID(number, strings.Join(fields, " "), fields[0], triage.Foreign{Until: lastDay(until)})
		}
	}
}

// lastDay is the day before the one on which Trivy brings a finding back.
func lastDay(expires time.Time) time.Time {
	if expires.IsZero() {
		return expires
	}
	return expires.AddDate(0, 0, -1)
}

func (r *reader) trivyID(line int, text, id string, f triage.Foreign) {
	if strings.HasPrefix(id, "CVE-") || strings.HasPrefix(id, "GHSA-") {
		r.drop(line, text, notOurs)
		return
	}
	f.Globs = []string{id}
	r.pass(line, text, f)
}

// trivyYAML reads the ids by kind, with paths, an end and a statement.
func trivyYAML(r *reader, data []byte) {
	for _, kind := range r.members(data) {
		for _, item := range kind.value.Content {
			r.trivyItem(kind.text, item)
		}
	}
}

func (r *reader) trivyItem(kind string, item *yaml.Node) {
	var id, statement string
	var until time.Time
	var paths []word
	for _, m := range membersOf(item) {
		switch m.text {
		case "id":
			id = m.value.Value
		case "statement":
			statement = m.value.Value
		case "paths":
			paths = words(m.value)
		case "expired_at":
			date, ok := day(m.value.Value)
			if !ok {
				r.drop(m.line, kind+" "+id, "%q is no date", m.value.Value)
				return
			}
			until = date
		}
	}
	text := kind + " " + id
	if kind != "misconfigurations" {
		r.drop(item.Line, text, notOurs)
		return
	}
	f := triage.Foreign{Until: lastDay(until), Reason: statement}
	if len(paths) == 0 {
		r.trivyID(item.Line, text, id, f)
	}
	for _, p := range paths {
		f.Path = p.text
		r.trivyID(p.line, text+" in "+p.text, id, f)
	}
}

func trivySettings(r *reader, data []byte) {
	for _, m := range r.members(data) {
		switch m.text {
		case "severity":
			if severity, ok := least(words(m.value)); ok {
				r.set(m.line, m.text+": "+strings.Join(texts(words(m.value)), ", "), "severity", severity)
			}
		case "scan":
			for _, inner := range membersOf(m.value) {
				switch inner.text {
				case "skip-dirs", "skip-files":
					r.set(inner.line, inner.text, "exclude", texts(words(inner.value))...)
				default:
					r.drop(inner.line, "scan."+inner.shown(), meansNone)
				}
			}
		default:
			r.drop(m.line, m.shown(), meansNone)
		}
	}
}

// tfsecSettings reads tfsec's own file.
//
// https://aquasecurity.github.io/tfsec/latest/guides/configuration/config/
func tfsecSettings(r *reader, data []byte) {
	for _, m := range r.members(data) {
		switch m.text {
		case "exclude":
			r.ignore(m.text, words(m.value))
		case "include":
			r.set(m.line, m.text, "only", texts(words(m.value))...)
		case "minimum_severity":
			if severity, ok := least(words(m.value)); ok {
				r.set(m.line, m.shown(), "severity", severity)
			}
		case "severity_overrides":
			for _, o := range membersOf(m.value) {
				severity, ok := least(words(o.value))
				switch text := m.text + " " + o.shown(); {
				case strings.EqualFold(o.value.Value, "NONE"):
					r.pass(o.line, text, triage.Foreign{Globs: []string{o.text}})
				case ok:
					r.set(o.line, text, "checks", o.text, severity)
				default:
					r.drop(o.line, text, "there is no severity %q", o.value.Value)
				}
			}
		default:
			r.drop(m.line, m.shown(), meansNone)
		}
	}
}
