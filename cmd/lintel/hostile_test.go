package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// hostileTexts are what a stranger may name a file, a tag, a reason or an owner.
var hostileTexts = []string{
	"\x1b[31mred\x1b]0;title\x07", "::error file=x::text", "##[error]text", "]]>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
	"[a](javascript:x)", "![](http://evil.example/x)", "@everyone", "=cmd|' /C calc'!A0", "`code`", "\u202eright to left", "line\nbreak", "| a | b |",
}

// hostileTree has the texts in the names of files and folders, and in all that ends up
// in a report.
func hostileTree(t *testing.T) string {
	t.Helper()
	top := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(".git/HEAD", "ref: refs/heads/main\n")
	var exceptions, owners strings.Builder
	exceptions.WriteString("exceptions:\n")
	for i, text := range hostileTexts {
		quoted, _ := json.Marshal(text)
		folder := strings.NewReplacer("/", "∕", "\n", "\n").Replace(text)
		hcl := strings.NewReplacer("${", "$${", "%{", "%%{").Replace(string(quoted))
		write(filepath.Join(folder, folder+".tf"), "resource \"aws_ebs_volume\" \"v\" {\n  for_each = toset(["+hcl+"])\n  tags = { owner = "+hcl+" }\n  encrypted = false # "+strings.ReplaceAll(text, "\n", " ")+"\n}\n"+
			"resource \"aws_ebs_volume\" \"w\" {\n  encrypted = false # lintel:ignore aws-ebs-volume-unencrypted owner=x "+strings.ReplaceAll(text, "\n", " ")+"\n}\n"+
			"resource \"aws_ebs_volume\" \"x\" {\n  tags = { number = \""+string(rune('a'+i))+"\" }\n}\n")
		exceptions.WriteString("  - {check: aws-ebs-volume-unencrypted, address: aws_ebs_volume.x, kind: accepted, permanent: true, reason: " + string(quoted) + ", owner: " + string(quoted) + ", ticket: " + string(quoted) + "}\n")
		owners.WriteString("*.tf " + strings.ReplaceAll(text, "\n", " ") + "\n")
	}
	write(".lintel-exceptions.yaml", exceptions.String())
	write("CODEOWNERS", owners.String())
	write(".trivyignore", strings.Join(hostileTexts, "\n"))
	write("broken ::error::\x1b[31m/x.tf", "resource \"\x1b[31m\" {{")
	write("other/.lintel.yaml", "\"\\e[31m\": x")
	return top
}

// No name or text of a scanned file becomes a command, markup or a formula, in any
// output.
func TestHostileNamesAndTexts(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no file names with such characters")
	}
	top := hostileTree(t)
	for _, format := range formatNames {
		if format == "asff" {
			continue // it is for live accounts alone, and refuses code
		}
		out := lintelOut(t, 3, "--format", format, "--show-unknown", "--warn-unused", top)
		if at := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && r != '\t' && r < ' ' || r == '\u202e' || r == 0x7f }); at >= 0 {
			t.Errorf("%s: %q", format, out[max(0, at-60):min(len(out), at+20)])
		}
		lines := regexp.MustCompile(`(?m)^\s*(::|##\[)`)
		if format != "github" && lines.MatchString(out) {
			t.Errorf("%s: a line is a command: %q", format, lines.FindString(out))
		}
		if markup := regexp.MustCompile(`(?i)<script>alert|<img src=x`); format == "html" && markup.MatchString(out) {
			t.Errorf("html: %s", markup.FindString(out))
		}
		wellFormed(t, format, out)
	}
}

func wellFormed(t *testing.T, format, out string) {
	t.Helper()
	switch format {
	case "json", "sarif", "gitlab-codequality", "gitlab-sast":
		if !json.Valid([]byte(out)) {
			t.Errorf("%s is no JSON", format)
		}
	case "junit":
		decoder := xml.NewDecoder(strings.NewReader(out))
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("junit: %v", err)
			}
		}
	case "csv":
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil {
			t.Fatalf("csv: %v", err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@|%") {
					t.Errorf("csv: a formula: %q", cell)
				}
			}
		}
	case "github":
		for line := range strings.Lines(out) {
			if !regexp.MustCompile(`^::(error|warning|notice) [^:]*::`).MatchString(line) {
				t.Errorf("github: %q is no annotation", line)
			}
		}
	case "markdown":
		plain := regexp.MustCompile("(?s)(`+)[^`].*?[^`]?(`+)").ReplaceAllString(out, "")
		for _, markup := range []string{"javascript:", "evil.example", "@everyone", "<script", "<img"} {
			if strings.Contains(plain, markup) {
				t.Errorf("markdown: %s stands outside of code", markup)
			}
		}
	}
}

// The other verbs print what files say, too.
func TestHostileTextsOfOtherVerbs(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no file names with such characters")
	}
	top := hostileTree(t)
	history := filepath.Join(t.TempDir(), "h.jsonl")
	lintelOut(t, 3, "--history", history, "--today", "2030-01-01", top)
	for want, args := range map[int][][]string{
		3: {{"migrate", top}, {"migrate", "-f", "json", top}},
		0: {{"trend", history}, {"trend", "-f", "svg", history}, {"trend", "-f", "json", history}, {"config", "print", top}},
		2: {{"config", "print", filepath.Join(top, "other")}},
	} {
		for _, call := range args {
			out := lintelOut(t, want, call...)
			if at := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && r < ' ' || r == '\u202e' }); at >= 0 {
				t.Errorf("%v: %q", call[0], out[max(0, at-60):min(len(out), at+20)])
			}
			if strings.Contains(out, "<script>alert") && slices.Contains(call, "svg") {
				t.Error("the picture has a script")
			}
		}
	}
}

// lintelOut is what a run prints, on both streams.
func lintelOut(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if got := run(append([]string{"lintel"}, args...), strings.NewReader(""), &out, &errs); got != want {
		t.Fatalf("lintel %v ends with %d, not %d: %s", args, got, want, errs.String())
	}
	if format := args[1]; args[0] == "--format" && format != "table" {
		return out.String()
	}
	return out.String() + errs.String()
}
