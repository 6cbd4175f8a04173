package config

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestFindGoesUpToTheTop(t *testing.T) {
	fsys := fstest.MapFS{
		".lintel.yaml":        {Data: []byte("fail_on: low")},
		"repo/.lintel.yml":    {Data: []byte("fail_on: high")},
		"repo/a/b/main.tf":    {},
		"other/main.tf":       {},
		"two/.lintel.yaml":    {},
		"two/.lintel.yml":     {},
		"broken/.lintel.yaml": {Data: []byte("a: [")},
	}
	for _, test := range []struct{ dir, top, want string }{
		{"repo/a/b", ".", "repo/.lintel.yml"},
		{"repo", ".", "repo/.lintel.yml"},
		{"repo/a/b", "repo/a", ""},
		{"other", ".", ".lintel.yaml"},
		{"other", "other", ""},
		{".", ".", ".lintel.yaml"},
	} {
		file, err := Find(fsys, test.dir, test.top)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if file != nil {
			got = file.Name
		}
		if got != test.want {
			t.Errorf("from %s up to %s there is %q, not %q", test.dir, test.top, got, test.want)
		}
	}
	for dir, want := range map[string]string{"two": "lies beside it", "broken": "broken/.lintel.yaml: "} {
		if _, err := Find(fsys, dir, "."); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestPlacesOfFaults(t *testing.T) {
	for text, want := range map[string]string{
		"fail_on: high\nfail-on: low":                 `x.yaml:2: unknown key "fail-on"; did you mean "fail_on"?`,
		"strict: true\nstrict: false":                 "x.yaml:2: ",
		"checks:\n  - check: a\n    sverity:":         `x.yaml:3: unknown key "sverity"; did you mean "severity"?`,
		"checks: []\n---\nstrict: true":               "x.yaml:2: a second document begins here; one is read",
		"profile: *other":                             "x.yaml: ",
		"only: &a [x]\nskip: *a":                      `x.yaml:2: "a" is no glob`,
		"only: '[x'":                                  `x.yaml:1: "[x" is no glob`,
		"only: '" + strings.Repeat("{a,b}", 12) + "'": "x.yaml:1: this glob is too long, or its braces stand for too much",
		"exceptions: ../x.yaml":                       `x.yaml:1: "../x.yaml" is no path below the top of the work tree, with slashes`,
		strings.Repeat("{a: ", 20_000):                "x.yaml: ",
	} {
		_, err := Read("x.yaml", ".", []byte(text))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.80s\n got %v\nwant %s", text, err, want)
		}
	}
}

func TestHolds(t *testing.T) {
	f := &File{Dir: "infra"}
	for _, test := range []struct {
		glob, file, root string
		want             bool
	}{
		{"envs/dev/**", "infra/envs/dev/main.tf", "infra/envs/dev", true},
		{"envs/dev", "infra/envs/dev/main.tf", "infra/envs/dev", true},
		{"envs/*", "infra/modules/m/main.tf", "infra/envs/dev", true}, // the root lies there
		{"modules/**", "infra/modules/m/main.tf", "infra/envs/dev", true},
		{"envs/prod", "infra/envs/production/main.tf", "infra/envs/production", false},
		{"**", "elsewhere/main.tf", "elsewhere", false},
		{"**", "infrared/main.tf", "infrared", false},
		{"**", "infra/main.tf", "infra", true},
	} {
		if got := f.Holds(&Rule{Paths: []string{test.glob}}, test.file, test.root); got != test.want {
			t.Errorf("%s for %s of %s: %v", test.glob, test.file, test.root, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(whole)
	f.Add("a: [")
	f.Fuzz(func(t *testing.T, text string) { _, _ = Read("x.yaml", ".", []byte(text)) })
}
