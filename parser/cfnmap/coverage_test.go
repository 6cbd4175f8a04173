package cfnmap

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// Every path that a check reads of a mapped type is covered by the table or disclaimed. What a check reads shows when it
// is not there: each of its examples is judged whole, empty, and with every one of its members taken away in turn.
func TestWhatChecksReadIsCovered(t *testing.T) {
	read := map[string]map[string]bool{} // path by type
	for i := range all.Checks {
		record(t, &all.Checks[i], read)
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

// reader notes the paths that are asked for and not there.
type reader struct {
	typ  string
	read map[string]map[string]bool
}

func (n reader) Name(at, path string) string {
	whole := path
	if at != "" {
		whole = at + "." + path
	}
	if n.read[n.typ] == nil {
		n.read[n.typ] = map[string]bool{}
	}
	n.read[n.typ][whole] = true
	return whole
}

func record(t *testing.T, check *checks.Entry, read map[string]map[string]bool) {
	t.Helper()
	examples, err := example.Of(check)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		if e.Format != model.Terraform {
			continue
		}
		for cut := -2; ; cut++ {
			scope := parse(t, e)
			if !without(scope, cut) {
				break
			}
			for _, r := range scope.Resources {
				r.Names = reader{r.Type, read}
			}
			for _, r := range scope.Resources {
				if slices.Contains(strings.Fields(check.Rule.Types()), r.Type) && r.Mode == model.Managed {
					checks.Judge(check, r)
				}
			}
		}
	}
}

func parse(t *testing.T, e example.Example) *model.Scope {
	t.Helper()
	fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		t.Fatal(err)
	}
	scope, _, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil {
		t.Fatal(fmt.Errorf("%s: %w", e.Name, err))
	}
	graft.Fold(scope)
	return scope
}

// without takes a member out of a resource of the scope: the one in the given turn. -2 takes nothing, -1 everything.
func without(scope *model.Scope, turn int) bool {
	whole := turn == -1
	for _, r := range scope.Resources {
		members, ok := r.Body.Data.(map[string]model.Value)
		if !ok || r.Mode != model.Managed {
			continue
		}
		if whole {
			clear(members)
			clear(r.Folded)
		}
		turn -= cut(members, turn)
		turn -= cut(r.Folded, turn)
	}
	return turn < 0
}

// cut takes the member in the given turn out of a tree, and returns how many there are up to it.
func cut(members map[string]model.Value, turn int) (passed int) {
	if turn < 0 {
		return 0
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if passed > turn {
			return passed
		}
		if passed == turn {
			delete(members, name)
			return passed + 1
		}
		passed++
		for e := range members[name].Elements() {
			if inner, ok := e.Data.(map[string]model.Value); ok {
				passed += cut(inner, turn-passed)
			}
		}
	}
	return passed
}
