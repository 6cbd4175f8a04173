package formats

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

func printMarkdown(t *testing.T, r *scan.Report, opt MarkdownOptions) string {
	t.Helper()
	return printed(t, r, func(w io.Writer, r *scan.Report) error { return Markdown(w, r, opt) })
}

func TestMarkdown(t *testing.T) {
	golden(t, "markdown.md", printMarkdown(t, sample(), MarkdownOptions{}))
	golden(t, "markdown_unknown.md", printMarkdown(t, sample(), MarkdownOptions{ShowUnknown: true}))
	clean := &scan.Report{Base: ".", Summary: scan.Summary{Passed: 3, Files: 1, Roots: 1, Resources: 3, Checked: 3}}
	golden(t, "markdown_clean.md", printMarkdown(t, clean, MarkdownOptions{}))
}

// spans are code spans as CommonMark knows them: between two rows of as many
// backticks. Within a paragraph they come before anything else but escapes.
func withoutSpans(text string) string {
	row := regexp.MustCompile("`+")
	var out strings.Builder
	for {
		open := row.FindStringIndex(text)
		if open == nil {
			return out.String() + text
		}
		fence := text[open[0]:open[1]]
		rest := text[open[1]:]
		end := -1
		for _, at := range row.FindAllStringIndex(rest, -1) {
			if at[1]-at[0] == len(fence) {
				end = at[1]
				break
			}
		}
		out.WriteString(text[:open[0]])
		if end < 0 {
			out.WriteString(fence)
			text = rest
			continue
		}
		text = rest[end:]
	}
}

// markdownIsHarmless tells whether there are no links, images, mentions, tags
// or references outside of code spans, but for our own tags.
func markdownIsHarmless(out string) bool {
	for _, ours := range []string{markdownMark, "<details>", "</details>", "<summary>", "</summary>"} {
		out = strings.ReplaceAll(out, ours, "")
	}
	for line := range strings.Lines(out) {
		text := strings.ReplaceAll(withoutSpans(strings.ReplaceAll(line, "\\`", "")), `\<`, "")
		if strings.ContainsAny(text, "<@") || strings.Contains(text, "](") || strings.Contains(text, "http:") {
			return false
		}
	}
	return true
}

func TestMarkdownIsHarmless(t *testing.T) {
	r := sample()
	f := volumeFinding()
	f.Message = "` @all ``[x](http://evil)`` ![i](http://evil) <img src=x onerror=alert(1)> ``` #1 | a |"
	f.Instances = nil
	f.Resource.Address = "x`<script>`"
	f.Chain = []model.Hop{{Name: "`</details>[c](http://x)", Range: rng("a`<b>`.tf", 1, 1, 1, 1)}}
	r.Findings = append(r.Findings, f)
	r.Diagnostics.Warnf(rng("```.tf", 1, 1, 1, 1), "module %s is not installed", "`@all <script>[d](http://x)")
	for _, unknown := range []bool{true, false} {
		if out := printMarkdown(t, r, MarkdownOptions{ShowUnknown: unknown}); !markdownIsHarmless(out) {
			t.Errorf("there is markup in\n%s", out)
		}
	}
}

func TestCodeSpan(t *testing.T) {
	for text, want := range map[string]string{
		"a": "`a`", "": "", "a`b": "``a`b``", "`a": "`` `a ``", "a``": "``` a`` ```", " a ": "`  a  `", " a": "` a`", "```": "```` ``` ````",
	} {
		if got := codeSpan(text); got != want {
			t.Errorf("codeSpan(%q) is %q, want %q", text, got, want)
		}
	}
}

// A comment holds 65,536 characters: the worst findings are in it, and how many
// are not.
func TestMarkdownFitsIntoAComment(t *testing.T) {
	r := many(5_000)
	worst := passwordFinding()
	r.Findings = append(r.Findings, worst)
	for i := range 1_000 {
		r.Diagnostics.Errorf(rng(strings.Repeat("日本", 400)+".tf", 1, 1, 1, 1), "%d %s", i, strings.Repeat("日本", 1_000))
	}
	out := printMarkdown(t, r, MarkdownOptions{})
	if len(out) > longestComment {
		t.Errorf("it has %d bytes", len(out))
	}
	if !strings.Contains(out, worst.Check.ID) || strings.Index(out, worst.Check.ID) > strings.Index(out, volume.ID) {
		t.Error("the worst finding is not the first")
	}
	shown := strings.Count(out, "- **")
	if !strings.Contains(out, fmt.Sprintf("%d findings left out", 5_001-shown)) {
		t.Errorf("%d are shown, and it does not say how many are not", shown)
	}
	if !strings.Contains(out, "<summary>Summary</summary>") || !strings.HasSuffix(out, "</details>\n") {
		t.Error("the summary is cut")
	}
}

func TestMarkdownTellsThatContentWasLost(t *testing.T) {
	for want, list := range map[bool]diag.List{
		true: {{Severity: diag.Error, Summary: "x"}}, false: {{Severity: diag.Warning, Summary: "x"}},
	} {
		if got := strings.Contains(printMarkdown(t, &scan.Report{Diagnostics: list}, MarkdownOptions{}), "Content was lost"); got != want {
			t.Errorf("%v: it says so is %v", list, got)
		}
	}
}
