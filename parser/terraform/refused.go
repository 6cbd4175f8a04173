package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/lintel-iac/lintel/model"
)

// refusals reports, to strict inputs, what Terraform refuses of a module's source
// though it leaves no value in doubt.
func (in *instance) refusals() {
	for _, b := range in.source.blocks {
		in.shape(b)
		switch b.typ {
		case "resource", "data":
			in.resourceReferences(b)
		case "output", "module":
			in.declared(b.body.expr("depends_on"))
		case "moved":
			in.stillThere(b.body.expr("from"), b.body.expr("to"), b.header)
		case "removed":
			in.withoutKey(b.body.expr("from"))
			in.stillThere(b.body.expr("from"), nil, hcl.Range{})
		case "import":
			in.importTarget(b.body.expr("to"))
		}
	}
	in.ev.diags.Add(in.source.refused...)
	in.movesInCircles()
}

// withoutKey reports an address that names an instance where it may name a block only.
func (in *instance) withoutKey(from hcl.Expression) {
	if from == nil {
		return
	}
	if t, _ := hcl.AbsTraversalForExpr(from); firstIndex(t) >= 0 {
		in.ev.errorf(from.Range(), "a removed block names a whole block, not an instance of it")
	}
}

// importTarget reports an import to what is not declared; only the root's own blocks
// are looked at.
func (in *instance) importTarget(to hcl.Expression) {
	if to == nil {
		return
	}
	key := blockOf(to)
	if refersTo(to.Variables(), key.typ, key.name) && in.source.resources[key] == nil {
		in.ev.errorf(to.Range(), "%s is to be imported, but not declared", key)
	}
}

func (in *instance) resourceReferences(b *block) {
	in.declared(b.body.expr("depends_on"))
	for _, lifecycle := range b.body.blocksOf("lifecycle") {
		in.declared(lifecycle.body.expr("replace_triggered_by"))
	}
	for _, p := range b.body.blocksOf("provisioner") {
		if when := p.body.expr("when"); when == nil || hcl.ExprAsKeyword(when) != "destroy" {
			continue
		}
		for _, a := range p.body.attrs {
			in.destroyReferences(a)
		}
	}
}

// destroyReferences reports what is gone when a resource is destroyed.
func (in *instance) destroyReferences(a *attribute) {
	if isKeywordArgument(a.name) {
		return
	}
	for _, t := range a.expr.Variables() {
		switch t.RootName() {
		case "self", "count", "each", "path", "terraform":
		default:
			in.ev.errorf(t.SourceRange(), "a provisioner that runs at destruction refers to self, count.index and each.key only")
		}
	}
}

// declared reports what a list of references names and nobody declares.
func (in *instance) declared(list hcl.Expression) {
	if list == nil {
		return
	}
	elements, diags := hcl.ExprList(list)
	if diags.HasErrors() {
		in.ev.report(diags)
		return
	}
	for _, element := range elements {
		t, diags := hcl.AbsTraversalForExpr(element)
		if diags.HasErrors() {
			continue // each.key may stand in replace_triggered_by
		}
		if name, ok := in.missingName(t); ok {
			in.undeclared(element.Range(), name)
		}
	}
}

// missingName is what a reference names, if it is not declared.
func (in *instance) missingName(t hcl.Traversal) (string, bool) {
	name, _ := attrStep(t, 1)
	switch root := t.RootName(); root {
	case "var":
		return "var." + name, in.source.variables[name] == nil
	case "local":
		return "local." + name, in.source.locals[name] == nil
	case "module":
		return "module." + name, in.source.calls[name] == nil
	case "each", "count", "path", "terraform", "self":
		return "", false
	}
	key, ok := resourceIn(t)
	return key.String(), ok && in.source.resources[key] == nil
}

// resourceIn is the block that a reference to a resource of the same module names.
func resourceIn(t hcl.Traversal) (resourceKey, bool) {
	key := resourceKey{mode: model.Managed, typ: t.RootName()}
	at := 1
	switch key.typ {
	case "data":
		key.mode, at = model.Data, 2
	case "ephemeral":
		key.mode, at = ephemeral, 2
	case "resource":
		at = 2
	}
	if at == 2 {
		key.typ, _ = attrStep(t, 1)
	}
	var ok bool
	key.name, ok = attrStep(t, at)
	return key, ok
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
	b := in.source.resources[key]
	if b == nil || whole {
		return b
	}
	e := in.expandResource(key)
	if e == nil || e.kind == keyUnknown {
		return nil
	}
	index, indexed := keyStep(t, 2)
	if _, exists := e.find(index); exists || !indexed && e.kind == keyNone {
		return b
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

func refersTo(references []hcl.Traversal, root, name string) bool {
	return slices.ContainsFunc(references, func(t hcl.Traversal) bool {
		n, _ := attrStep(t, 1)
		return t.RootName() == root && n == name
	})
}

// keptEphemeral reports the arguments of a resource that would keep an ephemeral
// value. One whose name says that it is only written may.
func (r *resource) keptEphemeral() {
	attrs, _ := r.block.body.split(r.schema)
	for _, a := range attrs {
		if isMetaArgument(a.name) || strings.HasSuffix(a.name, "_wo") {
			continue
		}
		if isEphemeral(r.scope.value(a.expr)) {
			r.in.ev.errorf(a.expr.Range(), "%q is given an ephemeral value, which a resource would keep", a.name)
		}
	}
}
