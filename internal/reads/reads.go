// Package reads finds out which attributes checks read, for tests that hold the
// tables to it.
package reads

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// Paths are what checks read of resources, by type.
type Paths map[string]map[string]bool

// reader notes the paths that are asked for and not there.
type reader struct {
	typ  string
	read Paths
}

func (n reader) Name(at, path string) string {
	whole := path
	if at != "" {
		whole = at + "." + path
	}
	for place, companion := range graft.Companions(n.typ) {
		if below, ok := strings.CutPrefix(whole, companion+"."); ok {
			whole = place + "." + below // named so when it was folded
		}
	}
	if n.read[n.typ] == nil {
		n.read[n.typ] = map[string]bool{}
	}
	n.read[n.typ][whole] = true
	return whole
}

// Record adds what a check reads. That shows when it is not there: each of the
// check's examples in Terraform is judged whole, empty, and with every one of its
// members taken away in turn.
func (read Paths) Record(check *checks.Entry) error {
	examples, err := example.Of(check)
	if err != nil {
		return err
	}
	for _, e := range examples {
		if e.Format != model.Terraform {
			continue
		}
		for cut := -2; ; cut++ {
			scope, err := parse(e)
			if err != nil {
				return err
			}
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
	return nil
}

func parse(e example.Example) (*model.Scope, error) {
	fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		return nil, err
	}
	scope, _, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", e.Name, err)
	}
	graft.Fold(scope)
	return scope, nil
}

// without takes a member out of a resource of the scope: the one in the given turn. -2 takes nothing, -1 everything.
func without(scope *model.Scope, turn int) bool {
	whole := turn == -1
	for _, r := range scope.Resources {
		members, ok := r.Body.Data.(model.Members)
		if !ok || r.Mode != model.Managed {
			continue
		}
		if whole {
			members, r.Folded = nil, nil
		}
		passed := 0
		members, passed = cut(members, turn)
		turn -= passed
		r.Folded, passed = cut(r.Folded, turn)
		turn -= passed
		r.Body.Data = members
	}
	return turn < 0
}

// cut takes the member in the given turn out of a tree, and returns how many there are up to it.
func cut(members model.Members, turn int) (left model.Members, passed int) {
	left = slices.Clone(members)
	for i := range left {
		switch {
		case passed > turn:
			return left, passed
		case passed == turn:
			return slices.Delete(left, i, i+1), passed + 1
		}
		inner, n := cutBelow(left[i].Value, turn-passed-1)
		left[i].Value = inner
		passed += 1 + n
	}
	return left, passed
}

// cutBelow is cut of an object, or of those in a list.
func cutBelow(v model.Value, turn int) (left model.Value, passed int) {
	switch data := v.Data.(type) {
	case model.Members:
		v.Data, passed = cut(data, turn)
	case []model.Value:
		list := slices.Clone(data)
		for i := range list {
			inner, n := cutBelow(list[i], turn-passed)
			list[i] = inner
			passed += n
		}
		v.Data = list
	}
	return v, passed
}
