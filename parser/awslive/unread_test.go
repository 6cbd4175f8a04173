package awslive

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks/all"
)

// Each type that a check judges is read, or the table says why it is not.
func TestWhatChecksJudgeIsRead(t *testing.T) {
	made := map[string]bool{}
	for _, r := range Readers() {
		for _, typ := range r.Makes() {
			made[typ] = true
		}
	}
	judged := map[string]bool{}
	for i := range all.Checks {
		for typ := range strings.FieldsSeq(all.Checks[i].Rule.Types()) {
			judged[typ] = true
			if strings.HasPrefix(typ, "aws_") && !made[typ] && Unread(typ) == "" {
				t.Errorf("%s judges %s, which nothing reads, and nothing says why", all.Checks[i].ID, typ)
			}
		}
	}
	for typ := range table().unread {
		if made[typ] {
			t.Errorf("%s is read, though the table says why it is not", typ)
		}
		if !judged[typ] {
			t.Errorf("no check judges %s", typ)
		}
	}
}
