package graft

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

func TestTableIsSorted(t *testing.T) {
	for i := 1; i < len(table); i++ {
		a, b := table[i-1], table[i]
		if cmp.Or(cmp.Compare(a.typ, b.typ), cmp.Compare(a.link, b.link)) >= 0 {
			t.Errorf("%s %s stands after %s %s", b.typ, b.link, a.typ, a.link)
		}
	}
}

func TestTableNamesWhatTheSchemaHas(t *testing.T) {
	for _, l := range table {
		if !vocabulary.Resource(l.typ).Has(l.link) {
			t.Errorf("%s has no %s", l.typ, l.link)
		}
		if !strings.HasSuffix(l.typ, "_"+l.place) {
			t.Errorf("%s is folded at %s", l.typ, l.place)
		}
		for name := range strings.FieldsSeq(l.names) {
			if !slices.ContainsFunc(strings.Fields(l.owners), func(owner string) bool { return vocabulary.Resource(owner).Has(name) }) {
				t.Errorf("no owner of %s has %s", l.typ, name)
			}
		}
		for owner := range strings.FieldsSeq(l.owners) {
			if vocabulary.Resource(owner) == nil {
				t.Errorf("%s belongs to %s, which no schema has", l.typ, owner)
			}
		}
	}
}

func TestScopedNamesAreWhatTheSchemaHas(t *testing.T) {
	for _, n := range scopedNames {
		lines := linesOf(n.typ)
		if len(lines) != 1 || !vocabulary.Resource(n.typ).Has(n.attr) || !vocabulary.Resource(lines[0].owners).Has(n.of) {
			t.Errorf("%s has no %s, or its owners no %s", n.typ, n.attr, n.of)
		}
	}
}

func TestPlacesHideNoAttribute(t *testing.T) {
	for _, l := range table {
		for owner := range strings.FieldsSeq(l.owners) {
			if !vocabulary.Resource(owner).Has(l.place) {
				continue
			}
			r := &model.Resource{Type: owner, Scope: &model.Scope{}}
			r.Body = model.Object(map[string]model.Value{l.place: model.Text("written", model.Origin{})}, model.Origin{})
			vocabulary.Unfold(r)
			if !r.Folded.Has(l.place) {
				t.Errorf("%s would hide %s.%s", l.typ, owner, l.place)
			}
		}
	}
}

func TestCutKey(t *testing.T) {
	for _, test := range []struct{ address, stem, key string }{
		{"aws_s3_bucket.b", "aws_s3_bucket.b", ""},
		{"aws_s3_bucket.b[0]", "aws_s3_bucket.b", "[0]"},
		{`aws_s3_bucket.b["a[0]"]`, "aws_s3_bucket.b", `["a[0]"]`},
		{`aws_s3_bucket.b["\"]["]`, "aws_s3_bucket.b", `["\"]["]`},
		{`module.m["x"].aws_s3_bucket.b`, `module.m["x"].aws_s3_bucket.b`, ""},
		{"module.m[1].aws_s3_bucket.b[*]", "module.m[1].aws_s3_bucket.b", "[*]"},
	} {
		if stem, key := cutKey(test.address); stem != test.stem || key != test.key {
			t.Errorf("cutKey(%s) = %s, %s", test.address, stem, key)
		}
	}
}
