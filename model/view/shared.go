package view

import (
	"iter"

	"github.com/lintel-iac/lintel/model"
)

// sharedKey is the key under which a scope keeps who has the same at a path.
type sharedKey struct{ typ, path string }

// Sharing yields resources of the same type, but of other blocks, that have the same value
// at a path, the first of each block: those of one block are meant to be alike. What is not
// known is the same only where it stands for the same expression.
func Sharing(r *model.Resource, path string) iter.Seq[*model.Resource] {
	key := identity(r.At(path))
	all := model.Once(r.Scope, sharedKey{r.Type, path}, func() map[string][]*model.Resource { return byIdentity(r, path) })[key]
	return func(yield func(*model.Resource) bool) {
		for _, other := range all {
			if other.Block != r.Block && !yield(other) {
				return
			}
		}
	}
}

// byIdentity are the first resources of each block of a type, by what they have at a path.
func byIdentity(r *model.Resource, path string) map[string][]*model.Resource {
	type place struct{ block, key string }
	seen := make(map[place]bool)
	found := make(map[string][]*model.Resource)
	for _, other := range r.Scope.OfType(r.Type) {
		key := identity(other.At(path))
		if at := (place{other.Block, key}); key != "" && !seen[at] {
			seen[at] = true
			found[key] = append(found[key], other)
		}
	}
	return found
}

// identity is equal for two values that are the same, and "" for what is not there or
// equal to nothing.
func identity(v model.Value) string {
	switch {
	case v.Sensitive: // it has no text to compare
	case v.State == model.Known:
		return "=" + v.String()
	case v.State == model.Unknown:
		return v.Why.Key
	}
	return ""
}
