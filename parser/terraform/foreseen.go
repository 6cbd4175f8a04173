package terraform

import (
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
			if expr, v = s.succeeding(call); expr == nil || !handsOn(expr) {
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
