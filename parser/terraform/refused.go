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
			if len(b.labels) == 2 {
				in.resourceReferences(b)
			}
		case "output", "module":
			in.declared(b.body.expr("depends_on"))
		case "moved":
			in.stillThere(b.body.expr("from"), b.body.expr("to"), b.header)
		case "removed":
			in.withoutKey(b.body.expr("from"))
			in.stillThere(b.body.expr("from"), nil, hcl.Range{})
		}
	}
	in.ev.diags.Add(in.source.refused...)
	in.duplicates()
	in.movesCross()
	in.movesInCircles()
	if in.parent == nil {
		in.importsCross()
	}
}

// duplicates reports a second block of what a module has once.
func (in *instance) duplicates() {
	seen := make(map[string]bool)
	once := func(b *block, name string) {
		if seen[name] {
			in.ev.errorf(b.header, "%s stands here a second time", name)
		}
		seen[name] = true
	}
	for _, b := range in.source.blocks {
		switch b.typ {
		case "provider", "check":
			once(b, strings.TrimSpace(b.typ+" "+strings.Join(b.labels, " ")+" "+aliasOf(b)))
		case "terraform":
			for _, typ := range [...]string{"required_providers", "backend", "cloud"} {
				for _, nested := range b.body.blocksOf(typ) {
					once(nested, typ)
				}
			}
		}
	}
}

func (in *instance) resourceReferences(b *block) {
	in.declared(b.body.expr("depends_on"))
	for _, lifecycle := range b.body.blocksOf("lifecycle") {
		in.declared(lifecycle.body.expr("replace_triggered_by"))
		in.triggers(lifecycle.body.expr("replace_triggered_by"), keyOf(b))
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

// triggers reports what cannot have a resource replaced: anything but other resources.
func (in *instance) triggers(list hcl.Expression, own resourceKey) {
	for _, element := range elementsOf(list) {
		steps := lastSteps(element)
		if len(steps) == 0 || steps.IsRelative() {
			continue
		}
		switch key, _ := resourceIn(steps); {
		case key == own:
			in.ev.errorf(element.Range(), "%s refers to itself", own)
		case in.source.resources[key] == nil && slices.Contains([]string{"var", "local", "module", "each", "count", "path"}, steps.RootName()):
			in.ev.errorf(element.Range(), "a resource is replaced with other resources, and %s is none", traversalText(steps))
		}
	}
}

// elementsOf are those of a list that is written out.
func elementsOf(list hcl.Expression) []hcl.Expression {
	if list == nil {
		return nil
	}
	elements, _ := hcl.ExprList(list)
	return elements
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
	if _, diags := hcl.ExprList(list); diags.HasErrors() {
		in.ev.report(diags)
	}
	for _, element := range elementsOf(list) {
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
		if r.in.ev.isEphemeral(r.scope.value(a.expr)) {
			r.in.ev.errorf(a.expr.Range(), "%q is given an ephemeral value, which a resource would keep", a.name)
		}
	}
}
