package coverage

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
)

func entry(id, path string, aliases checks.Aliases) checks.Entry {
	return checks.Entry{ID: id, Path: path, Check: &checks.Check{Aliases: aliases}}
}

func TestRows(t *testing.T) {
	var b strings.Builder
	err := AWS(&b, []checks.Entry{
		entry("aws-ebs-volume-unencrypted", "aws/ebs/volume_unencrypted", checks.Aliases{Checkov: "CKV_AWS_3", CfnNag: "F1 F2"}),
		entry("docker-image-user-root", "docker/image/user_root", checks.Aliases{Hadolint: "DL3002"}),
	})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := "aws-ebs-volume-unencrypted|CKV_AWS_3|||F1 F2||||"
	if got := strings.Join(rows[1], "|"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, row := range rows[2:] {
		if row[0] != "" || row[len(row)-1] == "" {
			t.Errorf("%q: an id without a check wants a reason, and others have a check", row)
		}
	}
}

func TestWhatHasACheckIsNotSaidToHaveNone(t *testing.T) {
	err := AWS(&strings.Builder{}, []checks.Entry{entry("aws-x", "aws/x/y", checks.Aliases{KICS: "d71b5fd7-9020-4b2d-9ec8-b3839faa2744"})})
	if err == nil || !strings.Contains(err.Error(), "d71b5fd7-9020-4b2d-9ec8-b3839faa2744 is an alias of aws-x") {
		t.Errorf("got %v", err)
	}
}
