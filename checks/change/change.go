// Package change holds the checks of what a change takes away: safeguards that
// were there and are not any more. In what is left there is nothing to judge, so
// each looks at a resource as it was and asks what has become of it.
package change

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// gone is where a resource that is there no more would stand: in its file.
func gone(r *model.Resource) model.Value {
	at := model.Origin{Range: model.Range{File: r.Location.File}}
	if r.Forgotten {
		return model.Undecided("the plan forgets it, and leaves it deployed", at)
	}
	return model.Missing(at)
}

// certain is how sure it is that a resource was there and, unless it is nil, that
// the one it has become is.
func certain(was, is *model.Resource) model.Truth {
	if was.Doubtful || was.Forgotten || is != nil && is.Doubtful {
		return model.Maybe
	}
	return model.Yes
}

// removed judges a safeguard that is a resource of its own. It is lost with the
// resource, unless another of its kind takes its place.
func removed(p *checks.Pass, r *model.Resource, replaced model.Truth) {
	fault := min(certain(r, nil), model.Not(replaced))
	p.Forbid(fault, gone(r), "%s was there before the change, and is not any more", r.Address)
}

// addedKey is the key under which a scope keeps what a change adds of a type.
type addedKey struct{ typ string }

// added are the resources of r's type that were not there before.
func added(r *model.Resource) []*model.Resource {
	return model.Once(r.Scope, addedKey{r.Type}, func() []*model.Resource {
		old := map[*model.Resource]bool{}
		for _, was := range r.Scope.OfType(r.Type) {
			old[r.Scope.After.Become(was)] = true
		}
		return slices.DeleteFunc(slices.Clone(r.Scope.After.OfType(r.Type)), func(other *model.Resource) bool {
			return other.Mode != model.Managed || old[other]
		})
	})
}

// flag is something that protects while it is on: true, a number from one on, or
// a word.
type flag struct{ typ, path, word string }

// on asks whether a value switches the flag on.
func (f flag) on(v model.Value) model.Truth {
	if f.word != "" {
		return v.IsFold(f.word)
	}
	return max(v.IsTrue(), v.AtLeast(1))
}

// switchedOff judges flags of a resource that is still there.
func switchedOff(p *checks.Pass, r *model.Resource, flags []flag) {
	is := r.Scope.After.Become(r)
	if is == nil {
		return
	}
	for _, f := range flags {
		if was, now := r.At(f.path), is.At(f.path); f.typ == r.Type && f.on(was) != model.No {
			fault := min(certain(r, is), f.on(was), model.Not(f.on(now)))
			p.Forbid(fault, now, "%s was %v before the change, and is %s now", was.Origin.Name, was, spoken(now))
		}
	}
}

// spoken is a value in a sentence.
func spoken(v model.Value) string {
	if v.Defaulted {
		return v.String() + " by default"
	}
	return v.String()
}
