package page

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lintel-iac/lintel/checks"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// shot is a check with everything that a page can show.
var shot = checks.Entry{
	ID:   "aws-ebs-snapshot-copy-unencrypted",
	Path: "aws/ebs/snapshot_copy_unencrypted",
	Check: &checks.Check{
		Title:    "Copy of a snapshot is not encrypted",
		Severity: checks.High,
		Why:      "Whoever the copy is shared with can read it all, and so can whoever they share it with in turn.",
		Fix: checks.Fix{
			Terraform:      `Set "encrypted = true".`,
			CloudFormation: `Set "Encrypted: true" in each of the places in which the template mentions the copy of the snapshot.`,
			Docker:         "Use another image.",
			Compose:        "Use another service.",
			Live:           "Copy it again.",
		},
		Aliases: checks.Aliases{
			Checkov: "CKV_AWS_1 CKV_AWS_2", KICS: "0000", Trivy: "AVD-AWS-0001", Hadolint: "DL3000",
			CfnNag: "F1", Guard: "COPIES", Regula: "FG_R00001", Prowler: "ec2_copies",
		},
		References: []string{"https://docs.aws.amazon.com/a", "https://docs.aws.amazon.com/b"},
		Opinion:    true,
		Since:      "0.1",
		Formerly:   "aws-ebs-copy-open aws-ebs-copy-plain",
	},
}

func golden(t *testing.T, name string, write func(w io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s differs; go test ./checks/page -update rewrites it. Now it is\n%s", name, b.Bytes())
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	golden(t, "page.md", func(w io.Writer) error { return Markdown(w, &shot) })
}

func TestText(t *testing.T) {
	text := golden(t, "page.txt", func(w io.Writer) error { return Text(w, &shot) })
	for line := range strings.Lines(text) {
		if line = strings.TrimSuffix(line, "\n"); strings.TrimRight(line, " ") != line {
			t.Errorf("a blank ends %q", line)
		}
	}
}

func TestIndex(t *testing.T) {
	other := checks.Entry{ID: "docker-user-root", Path: "docker/user_root", Check: &checks.Check{Title: "Container runs as root"}}
	golden(t, "index.md", func(w io.Writer) error { return Index(w, []checks.Entry{shot, other}) })
}

// A check that says little has no empty headings.
func TestBarePage(t *testing.T) {
	bare := checks.Entry{ID: shot.ID, Path: shot.Path, Check: &checks.Check{Title: "Open", Why: "Bad.", Since: "0.1"}}
	for _, write := range []func(io.Writer, *checks.Entry) error{Markdown, Text} {
		var b bytes.Buffer
		if err := write(&b, &bare); err != nil {
			t.Fatal(err)
		}
		for _, heading := range []string{"References", "In other tools", "formerly", "opinion"} {
			if strings.Contains(b.String(), heading) {
				t.Errorf("%s stands in\n%s", heading, b.String())
			}
		}
	}
}

func TestMissingExamples(t *testing.T) {
	lost := checks.Entry{ID: "aws-none", Path: "aws/none", Check: &checks.Check{}}
	for _, write := range []func(io.Writer, *checks.Entry) error{Markdown, Text} {
		if err := write(io.Discard, &lost); err == nil || !strings.Contains(err.Error(), "aws-none") {
			t.Errorf("got %v, want an error that names the check", err)
		}
	}
}

func TestWrap(t *testing.T) {
	var b bytes.Buffer
	wrap(&b, "  ", strings.Repeat("größer ", 40)+strings.Repeat("x", 100))
	for i, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		if n := utf8.RuneCountInString(line); n > width && !strings.Contains(line, "xxx") {
			t.Errorf("line %d has %d characters", i, n)
		}
	}
	if !strings.Contains(b.String(), "\n  größer") || strings.Contains(b.String(), " \n") {
		t.Errorf("got %q", b.String())
	}
}
