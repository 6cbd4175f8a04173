package checks

import "github.com/lintel-iac/lintel/model"

// SnapshotEncrypted wants a snapshot to be encrypted, by the attribute at Path, which
// the resource of the type Of that it is taken of has, too. That one, which the
// attribute Link names, is asked if it is in this scope: of a snapshot only a state or
// the platform says so itself.
type SnapshotEncrypted struct{ Type, Path, Of, Link string }

func (c SnapshotEncrypted) Types() string { return c.Type }

func (c SnapshotEncrypted) Judge(p *Pass, r *model.Resource) {
	encrypted := r.At(c.Path)
	if encrypted.State == model.Absent {
		encrypted = c.inherited(r, encrypted.Origin)
	}
	p.Require(encrypted.IsTrue(), encrypted, "%s is %v", encrypted.Origin.Name, Said(encrypted))
}

func (c SnapshotEncrypted) inherited(r *model.Resource, at model.Origin) model.Value {
	for ref := range r.RefsAt(c.Link) {
		if source := r.Scope.Resource(ref.To); source != nil && source.Type == c.Of {
			return source.At(c.Path)
		}
	}
	return model.Undecided("what it is taken of decides", at)
}
