package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/gocty"

	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// foreseen is what try will return where Terraform does not say so before an apply: of
// an expression that is unknown in part it cannot tell whether it fails in the end. A
// plain reference does not, if it does not fail now.
func (s *scope) foreseen(expr hcl.Expression) (v cty.Value, sure bool) {
	for range maxModuleDepth {
		expr = bare(expr)
		if call, ok := expr.(*hclsyntax.FunctionCallExpr); ok && call.Name == "try" && !call.ExpandFinal {
			if expr, v = s.succeeding(call); expr == nil || !handsOn(expr) || takesSlice(expr) {
				return cty.NilVal, false
			}
			if v.IsKnown() {
				return v, true
			}
			continue
		}
		var ok bool
		if s, expr, ok = s.definition(expr); !ok {
			break
		}
	}
	return cty.NilVal, false
}

// succeeding is the first argument of a call of try that does not fail, and its value.
func (s *scope) succeeding(call *hclsyntax.FunctionCallExpr) (hcl.Expression, cty.Value) {
	for _, arg := range call.Args {
		if v, diags := arg.Value(s.context(arg)); !diags.HasErrors() {
			return arg, v
		}
	}
	return nil, cty.NilVal
}

// tried is what a call of try returns, where its value as a whole is known, or is that of a plain
// reference: of these two HCL says nothing more than that they are unknown.
func (s *scope) tried(expr hcl.Expression) (v cty.Value, sure bool) {
	call, ok := bare(expr).(*hclsyntax.FunctionCallExpr)
	if !ok || call.Name != "try" || call.ExpandFinal {
		return cty.NilVal, false
	}
	arg, v := s.succeeding(call)
	switch {
	case arg == nil || !handsOn(arg) || takesSlice(arg):
		return cty.NilVal, false
	case v.IsKnown():
		return v, true
	}
	_, reference := bare(arg).(*hclsyntax.ScopeTraversalExpr)
	return v, reference && !v.Type().HasDynamicTypes()
}

// compacted is what compact leaves of a list in which some texts are not known, but none of these
// will be empty.
func (s *scope) compacted(e *hclsyntax.FunctionCallExpr) cty.Value {
	v, args, ok := s.applied(e)
	if !ok {
		return s.general(e)
	}
	v = s.attribute(e, v)
	if v.IsKnown() || s.in.ev.strict {
		return v
	}
	list, marks := args[0].Unmark()
	if !list.IsKnown() || list.IsNull() || !list.CanIterateElements() {
		return v
	}
	var kept []cty.Value
	for it := list.ElementIterator(); it.Next(); {
		_, element := it.Element()
		switch {
		case isLeftOut(element):
		case element.Type() == cty.String && isNeverEmpty(element):
			kept = append(kept, element)
		default:
			return v
		}
	}
	if kept == nil {
		return v
	}
	return cty.ListVal(kept).WithMarks(marks)
}

// isLeftOut tells what compact drops.
func isLeftOut(v cty.Value) bool {
	v, _ = v.Unmark()
	return v.IsNull() || v.IsKnown() && v.Type() == cty.String && v.AsString() == ""
}

// isNeverEmpty tells a text that is known not to be empty, be it known or not.
func isNeverEmpty(v cty.Value) bool {
	plain, marks := v.Unmark()
	if plain.IsKnown() || plain.Range().StringPrefix() != "" {
		return true
	}
	refs := refsOf(marks)
	return len(refs) == 1 && refs[0].isIdentity()
}

// maxUnknown bounds the elements that are made where none is known.
const maxUnknown = 1000

// sliced is a slice of a list that is not known, as that of the zones of a region: if the call succeeds at
// all, then with as many elements as it asks for. Terraform knows no more of it than of the list.
func (s *scope) sliced(e *hclsyntax.FunctionCallExpr) cty.Value {
	v, args, ok := s.applied(e)
	if !ok {
		return s.general(e)
	}
	v = s.attribute(e, v)
	if v.IsKnown() || s.in.ev.strict || !v.Type().IsListType() {
		return v
	}
	n, ok := elementsAsked(args[1], args[2])
	if !ok {
		return v
	}
	whole, marks := v.Unmark()
	element := whole.Type().ElementType()
	if n == 0 {
		return cty.ListValEmpty(element).WithMarks(marks)
	}
	elements := make([]cty.Value, n)
	for i := range elements {
		elements[i] = cty.UnknownVal(element).WithMarks(marks)
	}
	return cty.ListVal(elements).WithMarks(secrecy(marks))
}

func elementsAsked(start, end cty.Value) (n int, ok bool) {
	from, _ := start.Unmark()
	to, _ := end.Unmark()
	if !from.IsKnown() || !to.IsKnown() {
		return 0, false
	}
	err := gocty.FromCtyValue(to.Subtract(from), &n)
	return n, err == nil && 0 <= n && n <= maxUnknown
}

// secrecy is those of the marks that hold for a list as a whole, and not for its elements alone.
func secrecy(marks cty.ValueMarks) cty.ValueMarks {
	kept := make(cty.ValueMarks)
	for _, mark := range [...]any{funcs.Sensitive, funcs.Ephemeral} {
		if _, ok := marks[mark]; ok {
			kept[mark] = struct{}{}
		}
	}
	return kept
}

// takesSlice tells whether an expression takes a slice: that of a list which is not known fails where
// the list is too short.
func takesSlice(expr hcl.Expression) bool {
	e, ok := expr.(hclsyntax.Expression)
	if !ok {
		return true
	}
	found := false
	hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		if call, ok := n.(*hclsyntax.FunctionCallExpr); ok && strings.HasSuffix(call.Name, "slice") {
			found = true
		}
		return nil
	})
	return found
}
