package view

import "github.com/lintel-iac/lintel/model"

// referrersKey is the key under which a scope keeps who refers to whom.
type referrersKey struct{}

// Referrers are the resources of the scope that refer to a resource, in the order of
// the scope, each once.
func Referrers(r *model.Resource) []*model.Resource {
	return model.Once(r.Scope, referrersKey{}, func() map[string][]*model.Resource {
		by := make(map[string][]*model.Resource)
		for _, from := range r.Scope.Resources {
			for _, ref := range from.Refs {
				if known := by[ref.To]; len(known) == 0 || known[len(known)-1] != from {
					by[ref.To] = append(known, from)
				}
			}
		}
		return by
	})[r.Address]
}
