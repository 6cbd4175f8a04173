package image

import "testing"

func TestForms(t *testing.T) {
	for _, test := range []struct {
		name      string
		is        func(string) bool
		good, bad []string
	}{
		{"URL", isURL, []string{"https://example.com", "git://example.com/a.git"}, []string{"", "example.com", "https://", "git@example.com:a/b.git", "https://a b"}},
		{"time", isTime, []string{"2026-01-02T03:04:05Z", "2026-01-02T03:04:05.5+01:00"}, []string{"", "2026-01-02", "2026-01-02 03:04:05"}},
		{
			"licence", isLicence,
			[]string{"MIT", "GPL-2.0+", "MIT OR Apache-2.0", "(MIT AND (BSD-3-Clause OR ISC))", "DocumentRef-a:LicenseRef-b", "mit or isc"},
			[]string{"", "Apache 2.0", "MIT,", "MIT OR", "OR MIT", "(MIT", "MIT)", "MIT (ISC)", "()", "MIT/ISC", "a:b", "(MIT OR) ISC"},
		},
		{"revision", isRevision, []string{"0f3a9c1", "0F3A9C10f3a9c10f3a9c10f3a9c10f3a9c10f3a9"}, []string{"", "main", "v1.0.0", "abc"}},
		{"version", isVersion, []string{"1.2.3", "1.2.3-rc.1", "1.2.3-0-1.01a", "1.2.3+b.01-2"}, []string{"", "1", "1.2", "v1.2.3", "1.2.03", "1.2.3-", "1.2.3-01", "1.2.3+", "latest", "1-2.3.4"}},
	} {
		for _, text := range test.good {
			if !test.is(text) {
				t.Errorf("%q is no %s", text, test.name)
			}
		}
		for _, text := range test.bad {
			if test.is(text) {
				t.Errorf("%q is a %s", text, test.name)
			}
		}
	}
}
