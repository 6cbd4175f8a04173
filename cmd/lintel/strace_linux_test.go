package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Scanning opens no connection and runs no program, whatever the source asks for.
func TestScanTouchesNothing(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	dir := t.TempDir()
	src := `
module "registry" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
}
module "git" {
  source = "git::https://example.com/vpc.git"
}
data "external" "program" {
  program = ["sh", "-c", "exit 1"]
}
data "http" "page" {
  url = "https://example.com/"
}
resource "aws_ebs_volume" "v" {
  encrypted = data.external.program.result.x
  provisioner "local-exec" {
    command = "touch ran"
  }
}
`
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	calls := traced(t, strace, "scan", "--fail-on", "none", "--policy", "../../examples/policies", dir)
	untouched(t, dir, calls, 1)
}

// Neither does a look at what a clone was before, whatever the clone configures.
func TestChangesTouchNothing(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"main.tf":        "resource \"aws_ebs_volume\" \"v\" {\n  encrypted = true\n}\n",
		".gitattributes": "*.tf filter=bad diff=bad\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"init", "-q", "-b", "main", "."},
		{"add", "-A"},
		{"-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "before"},
		{"config", "core.fsmonitor", "touch ran"},
		{"config", "core.sshCommand", "touch ran"},
		{"config", "core.hooksPath", "."},
		{"config", "core.worktree", "/"},
		{"config", "filter.bad.smudge", "touch ran"},
		{"config", "filter.bad.clean", "touch ran"},
		{"config", "diff.bad.textconv", "touch ran"},
		{"config", "include.path", "/etc/hostname"},
		{"config", "remote.origin.url", "https://example.com/x.git"},
		{"config", "remote.origin.promisor", "true"},
		{"config", "extensions.partialClone", "origin"},
	} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	source := "resource \"aws_ebs_volume\" \"v\" {\n  encrypted = false\n}\n"
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	calls := traced(t, strace, "scan", "--fail-on", "none", "--changed-since", "main", "--policy-from", "main", dir)
	untouched(t, dir, calls, 1)
}

// traced runs lintel and returns what it has asked of the system.
func traced(t *testing.T, strace string, args ...string) string {
	t.Helper()
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := exec.Command(strace, append([]string{"-f", "-e", "trace=network,process", "-o", trace, "lintel"}, args...)...)
	out, err := cmd.CombinedOutput()
	if err != nil && strings.Contains(string(out), "ptrace") {
		t.Skipf("strace may not trace here: %s", out)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	calls, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	return string(calls)
}

// untouched tells whether a run has left all alone but the files of a folder.
func untouched(t *testing.T, dir, calls string, files int) {
	t.Helper()
	if n := strings.Count(calls, "execve("); n != 1 {
		t.Errorf("%d programs were run, not only lintel", n)
	}
	for _, word := range []string{"AF_INET", "connect(", "fork(", "execveat("} {
		if strings.Contains(calls, word) {
			t.Errorf("there was %s:\n%s", word, calls)
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, "[^.]*"))
	if err != nil || len(left) != files {
		t.Errorf("the folder holds %q, %v", left, err)
	}
}
