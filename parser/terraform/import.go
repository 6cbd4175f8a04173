package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
)

// imported returns the id that an import block gives a resource instance. Only
// the root has import blocks.
func (r *resource) imported() (cty.Value, bool) {
	if r.in.parent != nil || r.key.mode != model.Managed {
		return cty.NilVal, false
	}
	for _, b := range r.in.source.imports {
		to, id := b.body.expr("to"), b.body.expr("id")
		if to == nil || id == nil {
			continue
		}
		target, index := importTarget(to)
		if target != r.key {
			continue
		}
		for _, s := range r.in.scope().eachInstance(b.body) {
			if s.keyOfImport(to, index) == r.scope.key {
				return s.value(id), true
			}
		}
	}
	return cty.NilVal, false
}

// eachInstance returns a scope for each instance of a block.
func (s *scope) eachInstance(b *body) []*scope {
	e := expand(s.repeat(b), func(key expansionKey, value cty.Value) *scope {
		return &scope{in: s.in, key: key, eachValue: value}
	})
	scopes := make([]*scope, len(e.instances))
	for i, instance := range e.instances {
		scopes[i] = instance.what
	}
	return scopes
}

// importTarget reads TYPE.NAME[KEY]: the block, and the key where it is an
// expression.
func importTarget(to hcl.Expression) (resourceKey, hclsyntax.Expression) {
	var index hclsyntax.Expression
	if e, ok := to.(*hclsyntax.IndexExpr); ok {
		to, index = e.Collection, e.Key
	}
	e, ok := to.(*hclsyntax.ScopeTraversalExpr)
	if !ok || len(e.Traversal) < 2 {
		return resourceKey{}, nil
	}
	name, _ := attrStep(e.Traversal, 1)
	return resourceKey{model.Managed, e.Traversal.RootName(), name}, index
}

// keyOfImport is the instance key that the target of an import names.
func (s *scope) keyOfImport(to hcl.Expression, index hclsyntax.Expression) expansionKey {
	if index == nil {
		if e, ok := to.(*hclsyntax.ScopeTraversalExpr); ok {
			key, _ := keyStep(e.Traversal, 2)
			return key
		}
		return expansionKey{}
	}
	v := plain(s.value(index))
	if v.IsNull() || !v.IsKnown() {
		return expansionKey{kind: keyUnknown}
	}
	key, _ := keyStep(hcl.Traversal{hcl.TraverseIndex{Key: v}}, 0)
	return key
}
