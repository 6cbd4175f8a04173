// Package graft folds what a provider splits over several resources onto one of them: a bucket and its versioning, a
// group and its rules, a queue and its policy. The owner then has one shape, whatever it was read from; companions
// stay resources of their own, too.
package graft

import (
	"cmp"
	"maps"
	"slices"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// Fold brings a scope's resources into the canonical words, folds companions onto their owners, and tells the scope
// the platforms' defaults. It is called once, before the first check. What it reports are companions that contradict
// each other.
func Fold(s *model.Scope) diag.List {
	s.Defaults = vocabulary.Defaults
	rename(s)
	f := &folding{scope: s, claims: make(map[*model.Resource][]claim)}
	for _, typ := range slices.Sorted(maps.Keys(s.Types())) {
		f.link(typ)
		f.unfold(typ)
	}
	for _, owner := range f.owners {
		f.fold(owner)
	}
	return f.diagnostics
}

// folding is the work on one scope. Its indexes are made when they are first needed: most companions refer to their
// owner exactly.
type folding struct {
	scope  *model.Scope
	owners []*model.Resource // that something is folded onto, in a fixed order
	claims map[*model.Resource][]claim
	// named has the owners by type, attribute and value; stems has instances by their address without the last key.
	named map[name]map[string][]*model.Resource
	stems map[string][]*model.Resource

	diagnostics diag.List
}

// A claim is a companion's to be folded onto an owner.
type claim struct {
	companion *model.Resource
	line      *line
	sure      bool // it is this owner, and no other
}

// rename gives types their canonical names. The resources are put back one by one, so that the scope finds them
// under these.
func rename(s *model.Scope) {
	renamed := false
	for _, r := range s.Resources {
		if typ := vocabulary.Canonical(r.Type); typ != r.Type {
			r.Type, renamed = typ, true
		}
	}
	if !renamed {
		return
	}
	resources := s.Resources
	s.Resources = make([]*model.Resource, 0, len(resources))
	for _, r := range resources {
		s.Add(r)
	}
}

func (f *folding) unfold(typ string) {
	for _, r := range f.scope.OfType(typ) {
		if r.Mode == model.Managed {
			vocabulary.Unfold(r)
			f.name(r)
		}
	}
}

// name tells a resource of Terraform what its author calls its companions.
func (f *folding) name(r *model.Resource) {
	if names := namesOf(r.Type); r.Names == nil && len(names) > 0 {
		r.Names = names
	}
}

// link finds the owners of all companions of a type.
func (f *folding) link(typ string) {
	lines := linesOf(typ)
	if len(lines) == 0 {
		return
	}
	for _, r := range f.scope.OfType(typ) {
		if r.Mode == model.Managed {
			f.claim(r, lines)
		}
	}
	for _, r := range f.scope.OfType(typ) {
		if r.Mode == model.Managed && !lines[0].many && r.Owner == nil {
			f.adopt(r, &lines[0])
		}
	}
}

// adopt gives a companion whose link refers to what is not declared to the one owner that it may have been meant for.
// Such a reference is refused before anything is deployed: neither that the owner has the companion nor that it has
// none is known.
func (f *folding) adopt(r *model.Resource, l *line) {
	owner := f.astray(r, l)
	if owner == nil || slices.ContainsFunc(f.claims[owner], func(c claim) bool { return c.line.place == l.place }) {
		return
	}
	if f.claims[owner] == nil {
		f.owners = append(f.owners, owner)
	}
	f.claims[owner] = append(f.claims[owner], claim{companion: r, line: l})
}

func (f *folding) claim(r *model.Resource, lines []line) {
	var sure []*model.Resource
	for i := range lines {
		for _, c := range f.candidates(r, &lines[i], 0) {
			if never(c.owner.Condition, r.Condition) {
				continue
			}
			if c.sure {
				sure = append(sure, c.owner)
			}
			if f.claims[c.owner] == nil {
				f.owners = append(f.owners, c.owner)
			}
			f.claims[c.owner] = append(f.claims[c.owner], claim{r, &lines[i], c.sure})
		}
	}
	if len(sure) == 1 {
		r.Owner = sure[0]
	}
}

// fold gives an owner what its companions say, place by place. Inline settings are in their places by now.
func (f *folding) fold(owner *model.Resource) {
	claims := f.claims[owner]
	slices.SortStableFunc(claims, func(a, b claim) int { return cmp.Compare(a.line.place, b.line.place) })
	for len(claims) > 0 {
		n := 1
		for n < len(claims) && claims[n].line.place == claims[0].line.place {
			n++
		}
		place := claims[0].line.place
		if claims[0].line.many {
			owner.Folded = owner.Folded.With(place, several(owner, claims[:n]))
		} else {
			owner.Folded = owner.Folded.With(place, f.single(owner, claims[:n]))
		}
		claims = claims[n:]
	}
}
