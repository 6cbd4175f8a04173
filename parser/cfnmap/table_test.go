package cfnmap

import (
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// types are those that the table has a section of, in its order.
func types() []string {
	var list []string
	for line := range strings.Lines(tableText) {
		if name, _, ok := strings.Cut(line, " =>"); ok && strings.HasPrefix(name, "AWS::") {
			list = append(list, name)
		}
	}
	return list
}

func TestTableIsSorted(t *testing.T) {
	if !slices.IsSorted(types()) {
		for i, name := range types()[1:] {
			if types()[i] > name {
				t.Errorf("%s stands after %s", name, types()[i])
			}
		}
	}
	if schema := slices.Collect(vocabulary.CloudFormationTypes); !slices.Equal(schema, slices.Compact(types())) {
		t.Error("the schema has other types than the table; run make schema")
	}
}

func TestFind(t *testing.T) {
	for _, typ := range types() {
		text, ok := find(typ)
		if !ok || strings.Count("\n"+text, "\n"+typ+" =>") != strings.Count("\n"+tableText, "\n"+typ+" =>") {
			t.Errorf("%s is found as %q", typ, text)
		}
	}
	for _, typ := range []string{"", "AWS", "AWS::S3::Buckets", "AWS::ZZZ", "#"} {
		if text, ok := find(typ); ok {
			t.Errorf("%q is found as %q", typ, text)
		}
	}
}

// Whatever the table names is in the schemas of both sides.
func TestTableAgreesWithSchemas(t *testing.T) {
	for _, typ := range slices.Compact(types()) {
		for _, s := range sections(typ) {
			for i, p := range append([]part{s.main}, s.companions...) {
				checkPart(t, typ, p)
				if i > 0 && s.main.typ != "-" {
					for _, l := range p.links {
						has(t, typ, vocabulary.Resource(s.main.typ).Has(l.of), l.of)
					}
				}
			}
			for _, attr := range s.names {
				has(t, typ, s.main.typ == "-" || vocabulary.Resource(s.main.typ).Has(attr), attr)
			}
		}
		mappingOf(typ)
	}
}

func checkPart(t *testing.T, typ string, p part) {
	t.Helper()
	in, to := vocabulary.CloudFormation(typ), vocabulary.Resource(p.typ)
	if p.typ != "-" {
		has(t, typ, to != nil, p.typ)
	}
	has(t, typ, p.each == "" || in.Has(p.each), p.each)
	has(t, typ, p.when.path == "" || in.Has(p.when.path), p.when.path)
	for _, r := range p.rules {
		path, _ := spell(r.from)
		has(t, typ, in.Has(path) || slices.Contains(lifecycle[:], path), path)
		has(t, typ, r.to == "!" || r.to == "." || to.Has(r.to), r.to)
		around, _ := cutLast(path)
		beside := strings.TrimPrefix(around+"."+r.when.path, ".")
		has(t, typ, r.when.path == "" || in.Has(beside), beside)
		for _, f := range r.fns {
			has(t, typ, slices.Contains([]string{"kebab", "words", "is", "camel", "keyed", "length", "only", "some", "count"}, f.name), f.name)
		}
	}
	for _, l := range p.links {
		has(t, typ, to.Has(l.attr), l.attr)
	}
	for _, i := range p.implied {
		has(t, typ, to.Has(i.path), i.path)
	}
}

// spell is a path without what picks elements.
func spell(path []segment) (whole string, picks []string) {
	var names []string
	for _, s := range path {
		names = append(names, s.name)
		if s.pick.path != "" {
			picks = append(picks, strings.Join(names, ".")+"."+s.pick.path)
		}
	}
	return strings.Join(names, "."), picks
}

func has(t *testing.T, typ string, ok bool, name string) {
	t.Helper()
	if !ok {
		t.Errorf("%s: there is no %s", typ, name)
	}
}

func TestSnake(t *testing.T) {
	for name, want := range map[string]string{
		"KMSMasterKeyID": "kms_master_key_id", "SSEAlgorithm": "sse_algorithm", "CidrIpv6": "cidr_ipv6", "Id": "id",
		"EnableDnsHostnames": "enable_dns_hostnames", "IPV6Enabled": "ipv6_enabled", "lower": "lower", "HttpPutURL": "http_put_url",
	} {
		if got := Snake(name); got != want {
			t.Errorf("%s becomes %s, want %s", name, got, want)
		}
	}
}

// ofOne are lists that have one element at most, by what the service says of them.
var ofOne = []string{"Certificates", "Destinations", "OnCreate", "OnStart"}

// The members of a list's elements cannot all go to one place, unless that is a list itself.
func TestListsAreNotLost(t *testing.T) {
	for _, typ := range slices.Compact(types()) {
		for _, f := range mappingOf(typ).forms {
			if f.main != nil {
				lost(t, f.main, f.main.root, map[*object]bool{})
			}
			for _, c := range f.companions {
				lost(t, c, c.root, map[*object]bool{})
			}
		}
	}
}

func lost(t *testing.T, tg *target, o *object, seen map[*object]bool) {
	if seen[o] {
		return
	}
	seen[o] = true
	for _, s := range o.says {
		if s.inside == nil {
			continue
		}
		lost(t, tg, s.inside, seen)
		if len(s.path) > 0 || !s.many || s.pick.path != "" || s.name == tg.each || slices.Contains(ofOne, s.name) {
			continue
		}
		for _, inner := range s.inside.says {
			if len(inner.path) > 1 || inner.shape.kind != listKind {
				t.Errorf("%s of %s.%s goes to %v, for all elements of the list", inner.name, tg.of.typ, s.name, inner.path)
			}
		}
	}
}
