package kms

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// ForbidKeyOfAWS wants a key not to be the one that AWS manages for a service, behind
// Alias. Own wants it to be set, too: what is not set is encrypted by AWS's.
type ForbidKeyOfAWS struct {
	Type, Path, Alias string
	Own               bool
}

func (c ForbidKeyOfAWS) Types() string { return c.Type }

func (c ForbidKeyOfAWS) Judge(p *checks.Pass, r *model.Resource) {
	key, managed := r.At(c.Path), IsAlias(r, c.Path, c.Alias)
	switch {
	case managed == model.Yes:
		p.Forbid(model.Yes, key, "%s is the key of %s", key.Origin.Name, c.Alias)
	case c.Own:
		p.Forbid(max(managed, key.IsEmpty()), key, "%s is %v", key.Origin.Name, checks.Said(key))
	default:
		p.Forbid(managed, key, "%s is %v", key.Origin.Name, checks.Said(key))
	}
}
