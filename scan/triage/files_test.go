package triage

import (
	"bytes"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
)

func TestExceptionsAreRead(t *testing.T) {
	read, err := ReadExceptions("x.yaml", []byte(`# why we live with it
limits:
  longest_days: 90
  highest_severity: high
  comments: true
exceptions:
  - check: [a, b-*]
    kind: accepted
    reason: because
    owner: us
    from: 2026-01-01
    until: "2026-02-01"
`))
	if err != nil {
		t.Fatal(err)
	}
	x := read.list[0]
	if read.limits.days != 90 || *read.limits.severity != checks.High || !read.limits.comments {
		t.Errorf("limits are %+v", read.limits)
	}
	if len(x.globs) != 2 || dateText(x.from) != "2026-01-01" || dateText(x.until) != "2026-02-01" || x.at.Start.Line != 7 {
		t.Errorf("the exception is %+v", x)
	}
}

func TestFaultsInExceptions(t *testing.T) {
	good := "  - check: a\n    kind: accepted\n    reason: r\n    owner: o\n    permanent: true\n"
	for text, want := range map[string]string{
		"- a\n":                                            "x.yaml:1: an object is wanted here",
		"exception:\n" + good:                              `x.yaml:1: unknown key "exception"; did you mean "exceptions"?`,
		"exceptions: {}\n":                                 "x.yaml:1: a list is wanted here",
		"limits: {days: 1}\n":                              `x.yaml:1: unknown key "days"`,
		"limits: {longest_days: all}":                      `x.yaml:1: "all" is no number of days`,
		"limits: {longest_days: -1}":                       `x.yaml:1: "-1" is no number of days`,
		"limits: {comments: maybe}":                        `x.yaml:1: it is true or false, not "maybe"`,
		"limits: {highest_severity: x}":                    `x.yaml:1: there is no severity "x": it is low, medium, high or critical`,
		"exceptions:\n" + good + "    check: b\n":          `x.yaml:7: "check" stands here twice`,
		"exceptions:\n" + good + "    until: 2030-01-01\n": `x.yaml:2: this exception needs either "until" or "permanent: true"`,
		"exceptions:\n" + strings.Replace(good, "permanent: true", "permanent: false", 1):                        `x.yaml:2: this exception needs either "until" or "permanent: true"`,
		"exceptions:\n" + strings.Replace(good, "permanent: true", "until: soon", 1):                             `x.yaml:6: "soon" is no date; write it as 2030-12-31`,
		"exceptions:\n" + strings.Replace(good, "check: a", "path: a", 1):                                        "x.yaml:2: this exception names no check",
		"exceptions:\n" + strings.Replace(good, "check: a", "check: '['", 1):                                     `x.yaml:2: "[" is no glob`,
		"exceptions:\n" + strings.Replace(good, "kind: accepted", "kind: ignored", 1):                            "x.yaml:2: this exception needs a kind: accepted, mitigated, false_positive",
		"exceptions:\n" + strings.Replace(good, "reason: r", "ticket: r", 1):                                     "x.yaml:2: this exception gives no reason",
		"exceptions:\n" + strings.Replace(good, "reason: r", "reason: ''", 1):                                    "x.yaml:4: a text is wanted here",
		"exceptions:\n" + strings.Replace(good, "owner: o", "approver: o", 1):                                    "x.yaml:2: this exception has no owner",
		"exceptions:\n" + strings.Replace(good, "permanent: true", "from: 2030-01-02\n    until: 2030-01-01", 1): "x.yaml:2: this exception ends before it begins",
	} {
		_, err := ReadExceptions("x.yaml", []byte(text))
		if err == nil || err.Error() != want {
			t.Errorf("%s\n got %v\nwant %s", text, err, want)
		}
	}
	if _, err := ReadExceptions("x.yaml", []byte("a: [")); err == nil || !strings.HasPrefix(err.Error(), "x.yaml: ") {
		t.Errorf("broken YAML: %v", err)
	}
	if read, err := ReadExceptions("x.yaml", nil); err != nil || len(read.list) != 0 {
		t.Errorf("an empty file: %v, %v", read, err)
	}
}

func TestLimitsAreInclusive(t *testing.T) {
	check := &checks.Entry{ID: "a", Check: &checks.Check{Severity: checks.High}}
	today := dayOf(date(t, "2026-01-01"))
	l := limits{days: 30}
	for until, want := range map[string]bool{"2026-01-31": true, "2026-02-01": false} {
		if got := l.breach(check, today, date(t, until), date(t, "2030-01-01")) == ""; got != want {
			t.Errorf("until %s: %t", until, got)
		}
	}
	high, medium := checks.High, checks.Medium
	if why := (limits{severity: &high}).breach(check, today, today, today); why != "" {
		t.Error(why)
	}
	if (limits{severity: &medium}).breach(check, today, today, today) == "" {
		t.Error("a high one is not beyond medium")
	}
}

func TestBaselineIsReadAsWritten(t *testing.T) {
	b := NewBaseline([]*Entry{
		{Fingerprint: "2", Check: "b", Verdict: checks.Unknown, File: "<b>"},
		{Fingerprint: "1", Check: "a", Verdict: checks.Fail, File: "b"},
		{Fingerprint: "2", Check: "b", Verdict: checks.Fail, File: "<b>"},
	})
	var text bytes.Buffer
	if err := b.Write(&text); err != nil {
		t.Fatal(err)
	}
	read, err := ReadBaseline("b.json", text.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if read.Len() != 2 || read.byPrint["2"].Verdict != checks.Fail || read.entries[0].Fingerprint != "2" {
		t.Errorf("read %s", text.String())
	}
	var empty bytes.Buffer
	if err := NewBaseline(nil).Write(&empty); err != nil || !strings.Contains(empty.String(), `"findings": []`) {
		t.Errorf("%v: %s", err, empty.String())
	}
	for _, bad := range []string{`{`, `{"schema_version":1,"found":[]}`, `{"schema_version":1,"findings":[null]}`, `{"schema_version":1,"findings":[{"fingerprint":"1"}]}`} {
		if _, err := ReadBaseline("b.json", []byte(bad)); err == nil {
			t.Errorf("%s was read", bad)
		}
	}
}

// What is decided by globs is decided for the checks there are.
func TestWideNames(t *testing.T) {
	all := []checks.Entry{{ID: "aws-a", Check: &checks.Check{}}, {ID: "docker-b", Check: &checks.Check{}}}
	r := resolver{checks: all, known: map[string][]*checks.Entry{}, matches: func(glob string, e *checks.Entry) bool {
		return glob == e.ID || glob == "*-*" || strings.HasSuffix(glob, "*") && strings.HasPrefix(e.ID, strings.TrimSuffix(glob, "*")) ||
			glob == "{aws,docker}*"
	}}
	for glob, want := range map[string]bool{
		"*": true, "**": true, "*-*": true, "?": true, "[a-z]*": true, "{aws,docker}*": true, "aws-*": false, "aws-a": false, "nothing": false,
	} {
		if r.tooWide(glob) != want {
			t.Errorf("%s: %t", glob, !want)
		}
	}
}

func TestLongNames(t *testing.T) {
	if got := idsOf("aws-ebs-enable-volume-encryption"); len(got) != 1 || got[0] != "AWS-0026" {
		t.Errorf("got %q", got)
	}
	last := ""
	for line := range strings.Lines(longNames) {
		if name, id, ok := strings.Cut(line, " "); !ok || name != strings.ToLower(name) || id == "" || line <= last {
			t.Errorf("%q after %q", line, last)
		}
		last = line
	}
}
