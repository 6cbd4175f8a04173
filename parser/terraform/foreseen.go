package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
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
