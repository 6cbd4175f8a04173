package awslive

import (
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/parser/cfnmap"
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
			if strings.HasPrefix(typ, "aws_") && !made[typ] && Unread(typ) == "" && !all.Checks[i].Loss {
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

// Names in the table exist: a slip would leave an attribute unknown for ever.
func TestTableSpeaksOfWhatThereIs(t *testing.T) {
	for _, r := range Readers() {
		names := settable(r.Type)
		if len(names) == 0 && len(cfnmap.Makes(r.Type)) > 0 && cfnmap.Makes(r.Type)[0] != r.Type {
			t.Errorf("no schema has %s", r.Type)
		}
		if len(names) == 0 {
			continue
		}
		for _, name := range slices.Concat(r.told(), r.elsewhere) {
			if !slices.Contains(names, name) {
				t.Errorf("%s has no %s", r.Type, name)
			}
		}
		hides := []string{}
		for _, h := range r.hides {
			hides = append(hides, h.path)
		}
		for _, path := range slices.Concat(r.lacks, hides, r.writeOnly) {
			if name, _, _ := strings.Cut(path, "."); !slices.Contains(names, name) {
				t.Errorf("%s has no %s", r.Type, path)
			}
		}
	}
}

// Readers that share a list ask for the same, and what it fills in goes to one that has it.
func TestSharedListsAreOne(t *testing.T) {
	requests := map[string]string{}
	for _, r := range Readers() {
		if r.list == nil {
			continue
		}
		want := r.list.request + "|" + r.list.pageIn + "|" + strings.Join(r.list.none, ",")
		if before, met := requests[r.list.name]; met && before != want {
			t.Errorf("%s is asked for %q and for %q", r.list.name, before, want)
		}
		requests[r.list.name] = want
	}
}
