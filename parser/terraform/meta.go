package terraform

import (
	"github.com/hashicorp/hcl/v2"
)

// withoutKey reports an address that names an instance where it may name a block only.
func (in *instance) withoutKey(from hcl.Expression) {
	if from == nil {
		return
	}
	if t, _ := hcl.AbsTraversalForExpr(from); firstIndex(t) >= 0 {
		in.ev.errorf(from.Range(), "a removed block names a whole block, not an instance of it")
	}
}

// stillThere reports what a moved or removed block says is gone, but is declared: at
// the moved block, or where it is declared.
func (in *instance) stillThere(from, to hcl.Expression, at hcl.Range) {
	if from == nil {
		return
	}
	t, diags := hcl.AbsTraversalForExpr(from)
	if diags.HasErrors() {
		return
	}
	// Where neither address has a key, all instances move.
	whole := firstIndex(t) < 0
	if to != nil {
		target, _ := hcl.AbsTraversalForExpr(to)
		whole = whole && firstIndex(target) < 0
	}
	declared := in.declarationOf(t, whole)
	if declared == nil {
		return
	}
	if at == (hcl.Range{}) {
		at = declared.header
	}
	in.ev.errorf(at, "%s is declared, and is said to be gone", addressIn(from))
}

// declarationOf is the block that an address names in this module, as a whole or where
// it makes the very instance; nil where there is none.
func (in *instance) declarationOf(t hcl.Traversal, whole bool) *block {
	name, _ := attrStep(t, 1)
	if t.RootName() == "module" {
		if len(t) == 2 && whole {
			return in.source.calls[name]
		}
		return nil
	}
	key, _ := resourceIn(t)
	d := in.source.resources[key]
	if d == nil {
		return nil
	}
	if whole {
		return d.block
	}
	e := in.expandResource(d)
	if e == nil || e.kind == keyUnknown {
		return nil
	}
	index, indexed := keyStep(t, 2)
	if _, exists := e.find(index); exists || !indexed && e.kind == keyNone {
		return d.block
	}
	return nil
}

// movesInCircles reports moved blocks that lead back to where they began.
func (in *instance) movesInCircles() {
	next := make(map[string]string)
	for _, b := range in.source.moves {
		if from, to := addressIn(b.body.expr("from")), addressIn(b.body.expr("to")); from != "" && to != "" {
			next[from] = to
		}
	}
	for _, b := range in.source.moves {
		start := addressIn(b.body.expr("from"))
		at := next[start]
		for range next {
			if at == start && at != "" {
				in.ev.errorf(b.header, "%s moves in a circle", start)
				break
			}
			at = next[at]
		}
	}
}

// movesCross reports moved blocks of which not both can be: two that lead from one
// address or to one, and one from a module to a resource.
func (in *instance) movesCross() {
	from, to := make(map[string]bool), make(map[string]bool)
	for _, b := range in.source.moves {
		source, target := addressIn(b.body.expr("from")), addressIn(b.body.expr("to"))
		if source == "" || target == "" {
			continue
		}
		switch {
		case isModuleAddress(b.body.expr("from")) != isModuleAddress(b.body.expr("to")):
			in.ev.errorf(b.header, "a module moves to a module, and a resource to a resource")
		case from[source]:
			in.ev.errorf(b.header, "%s is said to have moved twice", source)
		case to[target]:
			in.ev.errorf(b.header, "two have moved to %s", target)
		}
		from[source], to[target] = true, true
	}
}

// isModuleAddress tells the address of a module from that of a resource in it.
func isModuleAddress(expr hcl.Expression) bool {
	t, _ := hcl.AbsTraversalForExpr(expr)
	names := namesOf(t)
	for len(names) >= 2 && names[0] == "module" {
		names = names[2:]
	}
	return len(names) == 0
}

// importsCross reports what is to be imported twice, under no id, or to no instance;
// only targets in the root are looked for.
func (in *instance) importsCross() {
	seen := make(map[string]bool)
	for _, b := range in.source.imports {
		to, id := b.body.expr("to"), b.body.expr("id")
		if to == nil || id == nil {
			continue
		}
		in.importTarget(to)
		for _, s := range in.scope().eachInstance(b.body) {
			if address := s.address(to); address != "" && seen[address] {
				in.ev.errorf(to.Range(), "%s is imported twice", address)
			} else {
				seen[address] = true
			}
			if v := s.value(id); isSensitive(v) || v.IsKnown() && textOf(v) == "" {
				in.ev.errorf(id.Range(), "an id to import is a text that all may see")
			} else if !v.IsKnown() {
				in.ev.errorf(id.Range(), "the id to import is not known before the apply")
			}
		}
	}
}

func (in *instance) importTarget(to hcl.Expression) {
	key := blockOf(to)
	if !refersTo(to.Variables(), key.typ, key.name) {
		return
	}
	d := in.source.resources[key]
	if d == nil {
		in.ev.errorf(to.Range(), "%s is to be imported, but not declared", key)
		return
	}
	t, diags := hcl.AbsTraversalForExpr(to)
	if e := in.expandResource(d); !diags.HasErrors() && e != nil && e.kind != keyUnknown && in.declarationOf(t, false) == nil {
		in.ev.errorf(to.Range(), "%s is to be imported, and there is no such instance", addressIn(to))
	}
}
