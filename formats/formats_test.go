package formats

import (
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/lintel-iac/lintel/scan"
)

// noon is when the scans of the tests begin and end.
var noon = time.Date(2030, 1, 2, 12, 0, 0, 0, time.UTC)

// writers are all outputs of a report, each with all that it can show.
var writers = map[string]func(io.Writer, *scan.Report) error{
	"table": func(w io.Writer, r *scan.Report) error {
		return Table(w, r, TableOptions{ShowUnknown: true, ShowPassed: true})
	},
	"json":   JSON,
	"sarif":  func(w io.Writer, r *scan.Report) error { return SARIF(w, r, SARIFOptions{ShowUnknown: true}) },
	"junit":  func(w io.Writer, r *scan.Report) error { return JUnit(w, r, JUnitOptions{}) },
	"github": func(w io.Writer, r *scan.Report) error { return GitHub(w, r, GitHubOptions{ShowUnknown: true}) },
	"gitlab-codequality": func(w io.Writer, r *scan.Report) error {
		return GitLabCodeQuality(w, r, CodeQualityOptions{ShowUnknown: true})
	},
	"gitlab-sast": func(w io.Writer, r *scan.Report) error {
		return GitLabSAST(w, r, SASTOptions{ShowUnknown: true, Version: "0.1.0", Start: noon, End: noon})
	},
	"markdown": func(w io.Writer, r *scan.Report) error { return Markdown(w, r, MarkdownOptions{ShowUnknown: true}) },
	"html":     HTML,
	"csv":      CSV,
	"ocsf":     func(w io.Writer, r *scan.Report) error { return OCSF(w, r, OCSFOptions{Time: noon, Version: "0.1.0"}) },
	"asff":     func(w io.Writer, r *scan.Report) error { return ASFF(w, r, ASFFOptions{Time: noon}) },
}

func everyFormat(t *testing.T, r *scan.Report) map[string]string {
	t.Helper()
	outputs := make(map[string]string)
	for name, write := range writers {
		outputs[name] = printed(t, r, write)
	}
	return outputs
}

func printed(t *testing.T, r *scan.Report, write func(io.Writer, *scan.Report) error) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Nothing that a scanned file says can act on a terminal or on a build server
// that reads the log, whatever the format.
func TestNoFormatCommandsATerminalOrARunner(t *testing.T) {
	for name, out := range everyFormat(t, sample()) {
		if strings.ContainsAny(out, "\x1b\x07\r\u0085\u202e") {
			t.Errorf("%s prints a control character", name)
		}
		for line := range strings.Lines(out) {
			ours := name == "github" && regexp.MustCompile(`^::(error|warning|notice) `).MatchString(line)
			if strings.HasPrefix(strings.TrimSpace(line), "::") && !ours {
				t.Errorf("%s: a runner would obey %q", name, line)
			}
		}
	}
}

// What was found, what was not decided and what was not read is in all of them.
func TestNoFormatIsSilent(t *testing.T) {
	outputs := everyFormat(t, sample())
	outputs["asff"] = printed(t, deployed(), writers["asff"]) + "unknown function is not installed" // it has no place for diagnostics
	for name, out := range outputs {
		for what, words := range map[string]string{
			"an instance":    "aws_ebs_volume.data[0]",
			"a cause":        "var.encrypted has no value",
			"a diagnostic":   "unknown function",
			"a companion":    "aws_s3_bucket_versioning.logs",
			"what set it":    "argument status of module.logs",
			"an uninstalled": "is not installed",
		} {
			if !strings.Contains(out, words) {
				t.Errorf("%s does not name %s", name, what)
			}
		}
	}
}

func TestEveryFormatIsDeterministic(t *testing.T) {
	first := everyFormat(t, sample())
	for name, out := range everyFormat(t, sample()) {
		if out != first[name] {
			t.Errorf("%s differs from run to run", name)
		}
	}
}

// An empty report, and findings that lie in no file, are printed like others.
func TestEveryFormatOfLittle(t *testing.T) {
	f := unknownFinding()
	f.Place.File, f.Resource, f.Instances, f.Fingerprint = "", nil, nil, ""
	everyFormat(t, &scan.Report{})
	everyFormat(t, &scan.Report{Findings: []scan.Finding{f}})
}

func BenchmarkFormats10000(b *testing.B) {
	r := many(10_000)
	for name, write := range writers {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
