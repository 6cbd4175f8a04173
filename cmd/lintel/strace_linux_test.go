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
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := exec.Command(strace, "-f", "-e", "trace=network,process", "-o", trace, "lintel", "scan", "--fail-on", "none", "--policy", "../../examples/policies", dir)
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
	if n := strings.Count(string(calls), "execve("); n != 1 {
		t.Errorf("%d programs were run, not only lintel", n)
	}
	for _, word := range []string{"AF_INET", "connect(", "fork(", "execveat("} {
		if strings.Contains(string(calls), word) {
			t.Errorf("there was %s:\n%s", word, calls)
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(left) != 1 {
		t.Errorf("the folder holds %q, %v", left, err)
	}
}
