package main

import (
	"io"
	"strings"
	"testing"
)

func TestArrange(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "scan --",
		".":                     "scan -- .",
		"scan . --format json":  "scan --format json -- .",
		"--format json .":       "scan --format json -- .",
		"-f json=out.json a b":  "scan -f json=out.json -- a b",
		"a --strict b":          "scan --strict -- a b",
		"--fail-on none scan .": "scan --fail-on none -- .",
		"--only=x --skip y .":   "scan --only=x --skip y -- .",
		"scan -- --format":      "scan -- --format",
		"-- version":            "scan -- version",
		". version":             "scan -- . version",
		"./version":             "scan -- ./version",
		"scan scan":             "scan -- scan",
		"inspect . --paths t":   "inspect --paths t -- .",
		"scan --help":           "scan --help --",
		"--help":                "help",
		"help scan":             "help scan",
		"--version":             "version",
		"-v":                    "version",
		"scan -":                "scan -- -",
	} {
		args := strings.Fields("lintel " + in)
		got, err := arrange(program(nil, io.Discard, io.Discard).Commands, args)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got := strings.Join(got[1:], " "); got != want {
			t.Errorf("%q becomes %q, not %q", in, got, want)
		}
	}
}

func TestArrangeRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"--fromat json":      "scan has no flag --fromat; did you mean --format?",
		"checks --fail-on x": "checks has no flag --fail-on; did you mean",
		"scan --format":      "--format wants a value",
		"-x":                 "scan has no flag -x",
		"sacn":               `did you mean "scan"?`,
		"explian x":          `did you mean "explain"?`,
	} {
		_, err := arrange(program(nil, io.Discard, io.Discard).Commands, strings.Fields("lintel "+in))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, not %q", in, err, want)
		}
	}
}
