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
	root := r.in.root()
	if r.key.mode != model.Managed {
		return cty.NilVal, false
	}
	for _, b := range root.source.imports {
		to, id := b.body.expr("to"), b.body.expr("id")
		if to == nil || id == nil || blockOf(to) != r.key {
			continue
		}
		for _, s := range root.scope().eachInstance(b.body) {
			if s.address(to) == r.address {
				return s.value(id), true
			}
		}
	}
	return cty.NilVal, false
}

// root is the instance that all others are called from.
func (in *instance) root() *instance {
	for in.parent != nil {
		in = in.parent
	}
	return in
}

// eachInstance returns a scope for each instance of a block.
func (s *scope) eachInstance(b *body) []*scope {
	var e expansion[*scope]
	e.expand(s.repeat(b), func(key expansionKey, value cty.Value) *scope {
		return &scope{in: s.in, key: key, eachValue: value}
	})
	scopes := make([]*scope, len(e.instances))
	for i, instance := range e.instances {
		scopes[i] = instance.what
	}
	return scopes
}

// blockOf is the resource block that an address with keys names, in whatever module.
func blockOf(expr hcl.Expression) resourceKey {
	names := namesOf(lastSteps(expr))
	if n := len(names); n >= 2 {
		return resourceKey{model.Managed, names[n-2], names[n-1]}
	}
	return resourceKey{}
}

// namesOf are the names in an address, without its keys.
func namesOf(t hcl.Traversal) []string {
	var names []string
	for _, step := range t {
		if name, ok := stepName(step); ok {
			names = append(names, name)
		}
	}
	return names
}

// lastSteps are those of an address after the last key that is an expression of its
// own, or before it where nothing follows.
func lastSteps(expr hcl.Expression) hcl.Traversal {
	switch e := expr.(type) {
	case *hclsyntax.IndexExpr:
		return lastSteps(e.Collection)
	case *hclsyntax.RelativeTraversalExpr:
		return e.Traversal
	}
	steps, _ := hcl.AbsTraversalForExpr(expr)
	return steps
}

// address is what an expression names whose keys may be expressions, "" if that is
// not known.
func (s *scope) address(expr hcl.Expression) string {
	switch e := expr.(type) {
	case *hclsyntax.IndexExpr:
		base, key := s.address(e.Collection), plain(s.value(e.Key))
		if base == "" || key.IsNull() || !key.IsKnown() {
			return ""
		}
		if k, ok := instanceKey(key); ok {
			return base + k.String()
		}
		return ""
	case *hclsyntax.RelativeTraversalExpr:
		if base := s.address(e.Source); base != "" {
			return base + stepsText(e.Traversal)
		}
		return ""
	}
	return addressIn(expr)
}
