package draft

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/internal/gen/checks/list"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	written, err := Write(dir, "aws/s3/bucket_public_acls_not_blocked")
	if err != nil {
		t.Fatal(err)
	}
	if len(written) != 2 {
		t.Fatalf("wrote %q", written)
	}
	found, err := list.Find(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 || found[0].Variable != "BucketPublicACLsNotBlocked" {
		t.Errorf("the generator finds %+v", found)
	}
	if _, err := parser.ParseFile(token.NewFileSet(), written[0], nil, parser.AllErrors); err != nil {
		t.Error(err)
	}
	data, err := os.ReadFile(written[1])
	if err != nil {
		t.Fatal(err)
	}
	if examples, err := example.Parse(data); err != nil || len(examples) < 3 {
		t.Errorf("%d examples, %v", len(examples), err)
	}
}

func TestWriteNeverOverwrites(t *testing.T) {
	for _, taken := range []string{"open.go", "open.txtar"} {
		dir := t.TempDir()
		file := filepath.Join(dir, "aws", "ebs", taken)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Write(dir, "aws/ebs/open"); err == nil {
			t.Errorf("%s was there", taken)
		}
		if text, err := os.ReadFile(file); err != nil || string(text) != "mine" {
			t.Errorf("%s is now %q, %v", taken, text, err)
		}
	}
}

func TestWriteRefusesNames(t *testing.T) {
	for _, name := range []string{"", "open", "aws/ebs/Open", "aws/ebs/open_windows", "aws/ebs/open_test", "../ebs/open", "/aws/ebs/open", "aws//open"} {
		if written, err := Write(t.TempDir(), name); err == nil || len(written) > 0 {
			t.Errorf("%q: wrote %q", name, written)
		}
	}
}

func TestVariable(t *testing.T) {
	for fault, want := range map[string]string{
		"volume_unencrypted": "VolumeUnencrypted", "port_ssh_open": "PortSSHOpen", "acls_open": "ACLsOpen", "ip": "IP",
	} {
		if got := variable(fault); got != want || strings.Contains(got, "_") {
			t.Errorf("%s becomes %s, want %s", fault, got, want)
		}
	}
}
