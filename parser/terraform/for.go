package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// maxSteps bounds the iterations of all for expressions of a root: nested ones
// multiply, and HCL cannot be stopped.
const maxSteps = 2_000_000

// binding is a name that a for expression gives to what it stands at.
type binding struct {
	name  string
	value cty.Value
	outer *binding
}

func (b *binding) find(name string) *binding {
	for ; b != nil; b = b.outer {
		if b.name == name {
			return b
		}
	}
	return nil
}

// iterate evaluates a for expression step by step, so that the steps can be
// counted and each element keeps the references of its own. What is not known
// of the collection, a condition or a key, or wrong with it, is left to HCL.
func (s *scope) iterate(e *hclsyntax.ForExpr) (cty.Value, bool) {
	collection, marks := s.value(e.CollExpr).Unmark()
	if !collection.IsKnown() || collection.IsNull() || !collection.CanIterateElements() {
		return cty.NilVal, false
	}
	if collection.LengthInt() == 0 && e.CondExpr != nil {
		return cty.NilVal, false // where HCL looks at the condition all the same
	}
	if !s.in.ev.spend(collection.LengthInt()) {
		return cty.DynamicVal, s.in.ev.exhausted(e)
	}
	result := &forResult{e: e, members: make(map[string]cty.Value), groups: make(map[string][]cty.Value)}
	for it := collection.ElementIterator(); it.Next(); {
		key, element := it.Element()
		if collection.Type().IsSetType() {
			key = element
		}
		inner := *s
		inner.bound = &binding{e.ValVar, element, s.bound}
		if e.KeyVar != "" {
			inner.bound = &binding{e.KeyVar, key, inner.bound}
		}
		if !result.add(&inner) {
			return cty.NilVal, false
		}
	}
	return result.value().WithMarks(marks), true
}

// spend counts steps, and says whether there were that many left.
func (ev *evaluator) spend(steps int) bool {
	ev.steps += steps
	return ev.steps <= maxSteps
}

func (ev *evaluator) exhausted(e *hclsyntax.ForExpr) bool {
	if !ev.stopped {
		ev.errorf(e.SrcRange, "the for expressions take more than %d steps together; from here on their values count as unknown", maxSteps)
	}
	ev.stopped = true
	return true
}

// forResult collects what a for expression makes.
type forResult struct {
	e        *hclsyntax.ForExpr
	elements []cty.Value
	members  map[string]cty.Value
	groups   map[string][]cty.Value
}

// add evaluates one step, or says that HCL has to.
func (r *forResult) add(s *scope) bool {
	if r.e.CondExpr != nil {
		wanted, ok := s.plainAs(r.e.CondExpr, cty.Bool)
		if !ok {
			return false
		}
		if wanted.False() {
			return true
		}
	}
	if r.e.KeyExpr == nil {
		r.elements = append(r.elements, s.value(r.e.ValExpr))
		return true
	}
	key, ok := s.plainAs(r.e.KeyExpr, cty.String)
	if !ok {
		return false
	}
	name := key.AsString()
	if r.e.Group {
		r.groups[name] = append(r.groups[name], s.value(r.e.ValExpr))
		return true
	}
	_, twice := r.members[name]
	r.members[name] = s.value(r.e.ValExpr)
	return !twice
}

// plainAs evaluates what steers an expression: it has to be known and without
// marks.
func (s *scope) plainAs(expr hclsyntax.Expression, typ cty.Type) (cty.Value, bool) {
	v := s.value(expr)
	if v.IsMarked() || v.IsNull() || !v.IsKnown() {
		return cty.NilVal, false
	}
	v, err := convert.Convert(v, typ)
	return v, err == nil && v.IsKnown() && !v.IsNull()
}

func (r *forResult) value() cty.Value {
	if r.e.KeyExpr == nil {
		return cty.TupleVal(r.elements)
	}
	for name, group := range r.groups {
		r.members[name] = cty.TupleVal(group)
	}
	return cty.ObjectVal(r.members)
}
