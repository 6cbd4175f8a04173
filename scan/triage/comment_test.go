package triage

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/lintel-iac/lintel/model"
)

// spell is a directive in one line.
func spell(d *directive) string {
	words := []string{d.form, strings.Join(d.texts(), " ")}
	for _, part := range []struct{ key, value string }{
		{"until", dateText(d.until)}, {"owner", d.owner}, {"workspace", d.workspace}, {"reason", d.reason},
	} {
		if part.value != "" {
			words = append(words, part.key+"="+part.value)
		}
	}
	return strings.Join(words, " | ")
}

func TestComments(t *testing.T) {
	for text, want := range map[string][]string{
		"# lintel:ignore a-b because":                             {"lintel:ignore | a-b | reason=because"},
		"// lintel:ignore a-b,c-d, e-f - because of = it":         {"lintel:ignore | a-b c-d e-f | reason=because of = it"},
		"/* lintel:ignore {a,b}-c why ":                           {"lintel:ignore | {a,b}-c | reason=why"},
		"# lintel:ignore a-b owner=me until=2030-01-31 x=y is it": {},
		"# lintel:ignore a-b owner=me until=2030-01-31 X=y is it": {"lintel:ignore | a-b | until=2030-01-31 | owner=me | reason=X=y is it"},
		"# lintel:ignore-file a-* because":                        {"lintel:ignore-file | a-* | reason=because"},
		"# lintel:ignored a-b":                                    {},
		"#checkov:skip=CKV_AWS_3:why: that":                       {"checkov:skip | CKV_AWS_3 | reason=why: that"},
		"# checkov:skip=CKV_AWS_3 : why":                          {"checkov:skip | CKV_AWS_3 | reason=why"},
		"# checkov:skip=CKV_AWS_3,CKV_AWS_4:why":                  {"checkov:skip | CKV_AWS_3 CKV_AWS_4 | reason=why"},
		"#bridgecrew:skip=BC_AWS_1:why":                           {"bridgecrew:skip | BC_AWS_1 | reason=why"},
		"#ts:skip=AWS.S3Bucket.DS.High.1043 why":                  {"ts:skip | AWS.S3Bucket.DS.High.1043 | reason=why"},
		"#checkov:skip=CKV_AWS_3:why #tfsec:ignore:aws-ebs-x":     {"checkov:skip | CKV_AWS_3 | reason=why", "tfsec:ignore | aws-ebs-x"},
		"#tfsec:ignore:a-* tfsec:ignore:b":                        {"tfsec:ignore | a-*", "tfsec:ignore | b"},
		"# noted: trivy:ignore:AVD-AWS-0104 - why":                {"trivy:ignore | AVD-AWS-0104 | reason=why"},
		"#trivy:ignore:x:exp:2030-01-31:ws:dev-* why":             {"trivy:ignore | x | until=2030-01-31 | workspace=dev-* | reason=why"},
		"#trivy:ignore:x:exp:never":                               {},
		"#trivy:ignore:x:foo:bar":                                 {},
		"#trivy:ignore:x[a=b]":                                    {},
		"#kics-scan ignore-line":                                  {"kics-scan ignore-line | kics-scan ignore-line"},
		"# kics-scan disable=1-2,3-4":                             {"kics-scan disable | 1-2 3-4"},
		"# kics-scan disable=":                                    {},
		"# kics-scan enable=1-2":                                  {},
		"# kics-scan likes":                                       {},
		"# hadolint ignore=DL3008,DL3009 why":                     {"hadolint ignore | DL3008 DL3009 | reason=why"},
		"# hadolint ignore = DL3008":                              {"hadolint ignore | DL3008"},
		"# hadolint global ignore=DL3003":                         {"hadolint ignore | DL3003"},
		"# hadolint shell=bash":                                   {},
		"# see hadolint ignore=DL3003":                            {},
		"# mylintel:ignore a-b, xts:skip=y":                       {},
		"# lintel:ignore":                                         {},
	} {
		found, _ := parseComment(text, model.Range{})
		var got []string
		for _, d := range found {
			got = append(got, spell(d))
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestWild(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{"a.b[0]", "a.b[0]", true},
		{"a.b[0]", "a.b0", false},
		{"module.a.*", "module.a.x.y", true},
		{"module.a.*", "module.ab.x", false},
		{"*", "", true},
		{"*.x", "a.x.x", true},
		{"a*b*c", "a-b-c", true},
		{"a*b*c", "a-c-b", false},
		{"a*a", "a", false},
		{"", "a", false},
	} {
		if wild(c.pattern, c.text) != c.want {
			t.Errorf("%q and %q: %t", c.pattern, c.text, !c.want)
		}
	}
}

func date(t *testing.T, text string) time.Time {
	t.Helper()
	day, err := time.Parse(dateForm, text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}
