package cfnmap

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/internal/reads"
)

// Every path that a check reads of a mapped type is covered by the table or disclaimed.
func TestWhatChecksReadIsCovered(t *testing.T) {
	read := reads.Paths{}
	for i := range all.Checks {
		if err := read.Record(&all.Checks[i]); err != nil {
			t.Fatal(err)
		}
	}
	if len(read) == 0 {
		t.Fatal("nothing was read")
	}
	for _, typ := range slices.Sorted(maps.Keys(read)) {
		for _, tg := range targetsOf(typ) {
			for _, path := range slices.Sorted(maps.Keys(read[typ])) {
				if !tg.answers(path) {
					t.Errorf("checks read %s of %s, and the table does not say what of %s it is", path, typ, tg.of.typ)
				}
			}
		}
	}
}

// targetsOf are the targets of a type, of all CloudFormation types.
func targetsOf(typ string) []*target {
	var found []*target
	for _, cfn := range slices.Compact(types()) {
		for _, f := range mappingOf(cfn).forms {
			if f.main != nil && f.main.typ == typ {
				found = append(found, f.main)
			}
			for _, c := range f.companions {
				if c.typ == typ {
					found = append(found, c)
				}
			}
		}
	}
	return found
}

// answers tells whether what is at a path can be known.
func (tg *target) answers(path string) bool {
	if tg.disclaims(path) || path == "tags_all" { // which the tags are, where a provider adds none
		return true
	}
	if _, ok := tg.root.name(path); ok {
		return true
	}
	if _, ok := (naming{target: tg}).folded(path); ok {
		return true
	}
	if slices.ContainsFunc(tg.links, func(l link) bool { return l.attr == path }) ||
		slices.ContainsFunc(tg.implied, func(i implied) bool { return path == i.path || strings.HasPrefix(path, i.path+".") }) {
		return true
	}
	place, rest, _ := strings.Cut(path, ".")
	for _, c := range tg.form.companions {
		if c.typ == tg.typ+"_"+place && (rest == "" || c.disclaims(rest) || slices.ContainsFunc(c.links, func(l link) bool { return l.attr == rest })) {
			return true
		}
	}
	// A companion that is a resource of its own in both languages is a place of its owner, too.
	return !tg.schema.Has(path)
}

// disclaims tells whether CloudFormation has nothing like it. What no schema has, no input has either.
func (tg *target) disclaims(path string) bool {
	return slices.ContainsFunc(tg.none, func(none string) bool { return path == none || strings.HasPrefix(path, none+".") })
}
