package formats

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// JUnitOptions say what counts as an error of a test.
type JUnitOptions struct {
	FailOnUnknown bool // undecided verdicts are errors, else they are skipped
	OnlyWorse     bool // what was there before a change is skipped
}

// JUnit writes the report for dashboards of tests: a suite for each root, a case
// for each check and resource instance. What could not be read is an error of
// the first suite, which is about the run itself.
func JUnit(w io.Writer, r *scan.Report, opt JUnitOptions) error {
	doc := junitSuites{Name: "lintel", Suites: append([]*junitSuite{junitRun(r)}, junitRoots(r, opt)...)}
	for _, suite := range doc.Suites {
		suite.count()
		doc.Tests += suite.Tests
		doc.Failures += suite.Failures
		doc.Errors += suite.Errors
	}
	out := bufio.NewWriter(w)
	_, _ = out.WriteString(xml.Header) // Flush reports errors
	enc := xml.NewEncoder(out)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_ = out.WriteByte('\n')
	return out.Flush()
}

type junitSuites struct {
	XMLName  xml.Name      `xml:"testsuites"`
	Name     string        `xml:"name,attr"`
	Tests    int           `xml:"tests,attr"`
	Failures int           `xml:"failures,attr"`
	Errors   int           `xml:"errors,attr"`
	Suites   []*junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

// junitCase has no duration: the same input gives the same file.
type junitCase struct {
	ClassName string       `xml:"classname,attr"`
	Name      string       `xml:"name,attr"`
	File      string       `xml:"file,attr,omitempty"`
	Time      string       `xml:"time,attr"`
	Failure   *junitResult `xml:"failure"`
	Error     *junitResult `xml:"error"`
	Skipped   *junitResult `xml:"skipped"`
	Output    *junitText   `xml:"system-out"`
}

type junitResult struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",cdata"`
}

type junitText struct {
	Text string `xml:",cdata"`
}

func (s *junitSuite) count() {
	s.Tests = len(s.Cases)
	for _, c := range s.Cases {
		switch {
		case c.Failure != nil:
			s.Failures++
		case c.Error != nil:
			s.Errors++
		case c.Skipped != nil:
			s.Skipped++
		}
	}
}

// junitRun is the suite about the run: the summary, which always passes so that
// a clean run is not one without tests, and what was not read.
func junitRun(r *scan.Report) *junitSuite {
	suite := &junitSuite{Name: "lintel"}
	var out strings.Builder
	fmt.Fprintln(&out, verdictless(r.Summary))
	for _, line := range facts(r) {
		fmt.Fprintf(&out, "%s: %s\n", line.label, line.text)
	}
	for _, d := range r.Diagnostics {
		if d.Severity != diag.Error {
			fmt.Fprintf(&out, "%s: %s %s\n", d.Severity, complaint(d), where(d.Range))
		}
	}
	suite.Cases = []junitCase{{ClassName: "lintel", Name: "summary", Time: "0", Output: &junitText{out.String()}}}
	met := make(map[string]int)
	for _, d := range r.Diagnostics {
		if d.Severity != diag.Error {
			continue
		}
		name := strings.TrimSpace("read " + printable(d.Range.File) + ": " + printable(d.Summary))
		if met[name]++; met[name] > 1 {
			name += fmt.Sprintf(" #%d", met[name])
		}
		suite.Cases = append(suite.Cases, junitCase{
			ClassName: "lintel", Name: name, File: printable(d.Range.File), Time: "0",
			Error: &junitResult{complaint(d), "unread", complaint(d) + "\nat " + where(d.Range) + "\n"},
		})
	}
	return suite
}

// junitRoots are the suites of the roots, in the order in which the report
// names them.
func junitRoots(r *scan.Report, opt JUnitOptions) []*junitSuite {
	j := &junit{opt: opt, source: sourceOf(r), met: make(map[testName]int), suites: make(map[string]*junitSuite)}
	for i := range r.Findings {
		for _, address := range addresses(&r.Findings[i]) {
			j.met[nameTest(&r.Findings[i], address)]++
		}
	}
	for i := range r.Findings {
		j.add(&r.Findings[i])
	}
	return j.order
}

type junit struct {
	opt    JUnitOptions
	source *source
	met    map[testName]int
	suites map[string]*junitSuite
	order  []*junitSuite
}

// testName is what dashboards know a test by, in all runs and suites.
type testName struct{ class, name string }

func nameTest(f *scan.Finding, address string) testName {
	class := f.Check.ID
	if f.Root != "" && f.Root != "." {
		class = printable(f.Root) + "." + class
	}
	return testName{class, address}
}

func (j *junit) add(f *scan.Finding) {
	suite, ok := j.suites[f.Root]
	if !ok {
		suite = &junitSuite{Name: printable(f.Root)}
		j.suites[f.Root] = suite
		j.order = append(j.order, suite)
	}
	result := junitCase{File: printable(f.Place.File), Time: "0"}
	j.judge(f, &result)
	for _, address := range addresses(f) {
		id := nameTest(f, address)
		result.ClassName, result.Name = id.class, id.name
		if j.met[id] > 1 { // several places of one resource: a reader would keep but one
			result.Name += " #" + f.Fingerprint[:min(8, len(f.Fingerprint))]
		}
		suite.Cases = append(suite.Cases, result)
	}
}

// judge gives a case its result; it passes without one.
func (j *junit) judge(f *scan.Finding, result *junitCase) {
	if f.Verdict == checks.Passed {
		return
	}
	about := &junitResult{Type: f.Check.Severity.String(), Message: printable(f.Check.Title + ": " + spoken(f, f.Message)), Text: j.text(f)}
	switch {
	case f.Suppressed != nil:
		about.Type, about.Message = "suppressed", "suppressed "+excuse(f.Suppressed)
		result.Skipped = about
	case !worse(f, j.opt.OnlyWorse):
		about.Type, about.Message = string(f.Change), about.Message+": "+became(f)
		result.Skipped = about
	case f.Verdict == checks.Fail:
		result.Failure = about
	default:
		about.Type, about.Message = "unknown", about.Message+": "+printable(spoken(f, f.Reason))
		if j.opt.FailOnUnknown {
			result.Error = about
		} else {
			result.Skipped = about
		}
	}
}

func (j *junit) text(f *scan.Finding) string {
	var out strings.Builder
	fmt.Fprintf(&out, "\n%s: %s\n", f.Check.Severity, printable(f.Check.Title))
	for _, line := range story(f, j.source) {
		fmt.Fprintln(&out, strings.TrimSpace(line.label+" "+line.text))
	}
	return out.String()
}
