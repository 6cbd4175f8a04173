package formats

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/scan"
)

func printJUnit(t *testing.T, r *scan.Report, opt JUnitOptions) string {
	t.Helper()
	return printed(t, r, func(w io.Writer, r *scan.Report) error { return JUnit(w, r, opt) })
}

func TestJUnit(t *testing.T) {
	golden(t, "junit.xml", printJUnit(t, sample(), JUnitOptions{}))
}

// element is any element of XML, as a reader that knows nothing of us sees it.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func parseJUnit(t *testing.T, out string) element {
	t.Helper()
	var doc element
	if err := xml.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// GitLab and Jenkins document these: names and counts of suites, names of cases
// that are unique within the file, the text of a result as its content.
func TestJUnitHasWhatReadersDemand(t *testing.T) {
	doc := parseJUnit(t, printJUnit(t, sample(), JUnitOptions{}))
	if doc.XMLName.Local != "testsuites" {
		t.Fatalf("the root is %s", doc.XMLName.Local)
	}
	met := make(map[string]bool)
	total := 0
	for _, suite := range doc.Children {
		counted := map[string]int{"failure": 0, "error": 0, "skipped": 0}
		for _, test := range suite.Children {
			id := test.attr("classname") + " " + test.attr("name")
			if test.XMLName.Local != "testcase" || test.attr("classname") == "" || test.attr("name") == "" || test.attr("time") == "" || met[id] {
				t.Errorf("%s: %q is no test case, lacks a name or repeats one", test.XMLName.Local, id)
			}
			met[id] = true
			for _, result := range test.Children {
				counted[result.XMLName.Local]++
				if result.XMLName.Local != "system-out" && (result.attr("message") == "" || result.attr("type") == "" || strings.TrimSpace(result.Text) == "") {
					t.Errorf("%q: %s lacks a message, a type or a text", id, result.XMLName.Local)
				}
			}
		}
		total += len(suite.Children)
		for attr, n := range map[string]int{
			"tests": len(suite.Children), "failures": counted["failure"], "errors": counted["error"], "skipped": counted["skipped"],
		} {
			if suite.attr(attr) != strconv.Itoa(n) {
				t.Errorf("suite %q says %s of %s, has %d", suite.attr("name"), suite.attr(attr), attr, n)
			}
		}
	}
	if doc.attr("tests") != strconv.Itoa(total) || doc.attr("failures") != "7" || doc.attr("errors") != "1" {
		t.Errorf("the file says %s tests, %s failures, %s errors", doc.attr("tests"), doc.attr("failures"), doc.attr("errors"))
	}
}

// Exceptions and what is undecided are skipped, what was not read is an error.
func TestJUnitResults(t *testing.T) {
	for _, test := range []struct {
		opt  JUnitOptions
		want map[string]string
	}{
		{JUnitOptions{}, map[string]string{"unknown": "skipped", "suppressed": "skipped", "unread": "error", "critical": "failure"}},
		{JUnitOptions{FailOnUnknown: true}, map[string]string{"unknown": "error", "suppressed": "skipped"}},
	} {
		got := make(map[string]string)
		for _, suite := range parseJUnit(t, printJUnit(t, sample(), test.opt)).Children {
			for _, c := range suite.Children {
				for _, result := range c.Children {
					got[result.attr("type")] = result.XMLName.Local
				}
			}
		}
		for kind, want := range test.want {
			if got[kind] != want {
				t.Errorf("%+v: %s is %q, want %q", test.opt, kind, got[kind], want)
			}
		}
	}
}

// A clean run has a test that passes: a dashboard would complain of none.
func TestJUnitOfACleanRun(t *testing.T) {
	doc := parseJUnit(t, printJUnit(t, &scan.Report{Summary: scan.Summary{Passed: 3, Checked: 1, Resources: 1}}, JUnitOptions{}))
	if doc.attr("tests") != "1" || doc.attr("failures") != "0" || doc.attr("errors") != "0" {
		t.Errorf("tests %s, failures %s, errors %s", doc.attr("tests"), doc.attr("failures"), doc.attr("errors"))
	}
}

// Two roots may hold resources of one address, one resource two faults of a kind.
func TestJUnitNamesAreUnique(t *testing.T) {
	first, second, third := versionsFinding(), versionsFinding(), versionsFinding()
	second.Fingerprint, third.Root = strings.Repeat("a", 32), "live"
	out := printJUnit(t, &scan.Report{Findings: []scan.Finding{first, second, third}}, JUnitOptions{})
	names := make(map[string]int)
	for _, suite := range parseJUnit(t, out).Children {
		for _, c := range suite.Children {
			names[c.attr("classname")+" "+c.attr("name")]++
		}
	}
	if len(names) != 4 {
		t.Errorf("names are %v", names)
	}
}

func TestJUnitKeepsHostileText(t *testing.T) {
	doc := parseJUnit(t, printJUnit(t, sample(), JUnitOptions{}))
	last := doc.Children[1].Children[len(doc.Children[1].Children)-2]
	if want := printable(hostile); last.attr("name") != want {
		t.Errorf("name is %q, want %q", last.attr("name"), want)
	}
}
