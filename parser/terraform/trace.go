package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/lintel-iac/lintel/model"
)

// maxHops bounds a trace: longer ones help nobody.
const maxHops = 16

// Trace walks from the expression at a value's place to where the value was
// written, in the scopes and with the values of the evaluation.
func (ev *evaluator) Trace(v model.Value) []model.Hop {
	r := ev.instanceOf(v.Origin.Resource)
	if r == nil {
		return nil
	}
	t := &trace{}
	ev.quietly(func() {
		if expr := t.find(r.block.body, v.Origin.Range); expr != nil {
			t.walk(expr, around{&r.scope, r.block.body})
		}
	})
	return t.hops
}

// instanceOf finds the instance that became a resource of the model.
func (ev *evaluator) instanceOf(lowered *model.Resource) *resource {
	if ev.byLowered == nil {
		ev.byLowered = make(map[*model.Resource]*resource, ev.total)
		for _, in := range ev.modules {
			for _, e := range in.resources {
				for _, instance := range e.instances {
					if instance.what.lowered != nil {
						ev.byLowered[instance.what.lowered] = instance.what
					}
				}
			}
		}
	}
	return ev.byLowered[lowered]
}

// find looks for the expression of the attribute, member or element that has a
// place, and notes the dynamic blocks around it.
func (t *trace) find(b *body, at model.Range) hcl.Expression {
	for _, a := range b.attrs {
		if place(a.at) == at {
			return a.expr
		}
		if found := within(a.expr, at); found != nil {
			return found
		}
	}
	for _, nested := range b.blocks {
		if found := t.find(nested.body, at); found != nil {
			if nested.typ == "dynamic" {
				t.dynamics = append(t.dynamics, nested)
			}
			return found
		}
	}
	return nil
}

// within looks for the place among the members and elements of an expression.
func within(expr hcl.Expression, at model.Range) hcl.Expression {
	if r := place(expr.Range()); at.File != r.File || at.Start.Line < r.Start.Line || at.End.Line > r.End.Line {
		return nil
	}
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		return within(e.Expression, at)
	case *hclsyntax.TupleConsExpr:
		for _, element := range e.Exprs {
			if place(element.Range()) == at {
				return element
			}
			if found := within(element, at); found != nil {
				return found
			}
		}
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			if place(hcl.RangeBetween(item.KeyExpr.Range(), item.ValueExpr.Range())) == at {
				return item.ValueExpr
			}
			if found := within(item.ValueExpr, at); found != nil {
				return found
			}
		}
	case *hclsyntax.FunctionCallExpr:
		if isEncoder(e) {
			return within(e.Args[0], at)
		}
	}
	return nil
}

// around is where an expression stands: its scope, and the body whose count or
// for_each that scope is an instance of.
type around struct {
	scope *scope
	body  *body
}

type trace struct {
	hops     []model.Hop
	dynamics []*block // around the place, innermost first
}

// dynamic is the for_each of the dynamic block that has an iterator.
func (t *trace) dynamic(iterator string) *attribute {
	for _, b := range t.dynamics {
		if iteratorName(b) == iterator {
			return b.body.attr("for_each")
		}
	}
	return nil
}

func (t *trace) add(name string, at hcl.Range) {
	t.hops = append(t.hops, model.Hop{Name: name, Range: place(at)})
}

// walk follows the one reference that an expression hands on or builds upon.
// With several, none of them is the origin.
func (t *trace) walk(expr hcl.Expression, from around) {
	if len(t.hops) >= maxHops {
		return
	}
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		t.walk(e.Expression, from)
		return
	case *hclsyntax.ConditionalExpr:
		if taken := from.scope.taken(e); taken != nil {
			t.walk(taken, from)
		}
		return
	}
	var only hcl.Traversal
	for _, found := range from.scope.in.ev.variables(expr) {
		if root := found.RootName(); root == "path" || root == "terraform" {
			continue
		}
		if only != nil {
			return
		}
		only = found
	}
	if only != nil {
		t.follow(only, from)
	}
}

// taken is the branch of a conditional that applies, nil if that is not known.
func (s *scope) taken(e *hclsyntax.ConditionalExpr) hclsyntax.Expression {
	condition := plain(s.value(e.Condition))
	if !condition.IsKnown() || condition.IsNull() {
		return nil
	}
	b, err := convert.Convert(condition, cty.Bool)
	switch {
	case err != nil:
		return nil
	case b.True():
		return e.TrueResult
	}
	return e.FalseResult
}

func (t *trace) follow(ref hcl.Traversal, from around) {
	in := from.scope.in
	name, named := attrStep(ref, 1)
	switch root := ref.RootName(); {
	case root == "each" || root == "count":
		t.repetition(from)
	case from.body != nil && t.dynamic(root) != nil:
		a := t.dynamic(root)
		t.add("for_each", a.at)
		t.walk(a.expr, from)
	case !named:
	case root == "var":
		t.variable(name, in)
	case root == "local":
		if a := in.source.locals[name]; a != nil {
			t.add(in.prefix()+"local."+name, a.at)
			t.walk(a.expr, around{in.scope(), nil})
		}
	case root == "module":
		t.output(ref, in)
	default:
		t.attribute(ref, in)
	}
}

// repetition goes on with what count or for_each says.
func (t *trace) repetition(from around) {
	if from.body == nil {
		return
	}
	for _, name := range [...]string{"for_each", "count"} {
		if a := from.body.attr(name); a != nil {
			t.add(name, a.at)
			t.walk(a.expr, around{from.scope.in.scope(), nil})
			return
		}
	}
}

// variable goes on with what the caller gives, or the default.
func (t *trace) variable(name string, in *instance) {
	b := in.source.variables[name]
	if b == nil {
		return
	}
	if in.call != nil {
		if a := in.call.body.attr(name); a != nil {
			t.add("argument "+name+" of "+in.block, a.at)
			t.walk(a.expr, around{in.caller, in.call.body})
			return
		}
	} else if given, ok := in.inputs[name]; ok {
		if given.expr == nil {
			t.add("the value given for var."+name, hcl.Range{})
		} else {
			t.add("var."+name, given.at)
		}
		return
	}
	if a := b.body.attr("default"); a != nil {
		t.add("default of "+in.prefix()+"var."+name, a.at)
	}
}

// output goes on inside the module that is called.
func (t *trace) output(ref hcl.Traversal, in *instance) {
	name, _ := attrStep(ref, 1)
	if in.source.calls[name] == nil {
		return
	}
	e := in.expandCall(name)
	if e == nil || len(e.instances) == 0 {
		return
	}
	called, at := e.instances[0].what, 2
	if key, ok := keyStep(ref, at); ok {
		at++
		if found, ok := e.find(key); ok {
			called = found
		}
	}
	out, ok := attrStep(ref, at)
	if !ok || called.source == nil || called.source.outputs[out] == nil {
		return
	}
	if a := called.source.outputs[out].body.attr("value"); a != nil {
		t.add("output "+out+" of "+called.block, a.at)
		t.walk(a.expr, around{called.scope(), nil})
	}
}

// attribute goes on with the attribute of another resource, where its author
// set it.
func (t *trace) attribute(ref hcl.Traversal, in *instance) {
	key, at := resourceKey{mode: model.Managed, typ: ref.RootName()}, 1
	if key.typ == "data" {
		key.mode = model.Data
		key.typ, _ = attrStep(ref, at)
		at++
	}
	key.name, _ = attrStep(ref, at)
	d := in.source.resources[key]
	if d == nil {
		return
	}
	e := in.expandResource(d)
	if e == nil || len(e.instances) == 0 {
		return
	}
	r := e.instances[0].what
	if index, ok := keyStep(ref, at+1); ok {
		at++
		if found, ok := e.find(index); ok {
			r = found
		}
	}
	name, ok := attrStep(ref, at+1)
	if !ok {
		return
	}
	if a := r.block.body.attr(name); a != nil && !isMetaArgument(name) {
		t.add(r.address+"."+name, a.at)
		t.walk(a.expr, around{&r.scope, r.block.body})
	}
}

// iteratorName is the name under which the content of a dynamic block knows its
// element.
func iteratorName(b *block) string {
	if expr := b.body.expr("iterator"); expr != nil {
		if word := hcl.ExprAsKeyword(expr); word != "" {
			return word
		}
	}
	return b.labels[0]
}
