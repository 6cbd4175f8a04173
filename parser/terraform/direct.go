package terraform

import (
	"maps"
	"math/big"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// signature is a function with its parameters, which go-cty copies at each
// asking.
type signature struct {
	function.Function
	params []function.Parameter
	rest   *function.Parameter
}

func (ev *evaluator) signature(name string) *signature {
	if kept, ok := ev.signatures[name]; ok {
		return kept
	}
	var found *signature
	if f, ok := ev.functions.Functions[name]; ok {
		found = &signature{f, f.Params(), f.VarParam()}
	}
	ev.signatures[name] = found
	return found
}

func (f *signature) param(i int) *function.Parameter {
	if i < len(f.params) {
		return &f.params[i]
	}
	return f.rest
}

// call evaluates a function call: its arguments one by one, which is cheaper
// than to let HCL do it and keeps their references apart. HCL does what is left:
// what fails, and functions that look at expressions.
func (s *scope) call(e *hclsyntax.FunctionCallExpr) cty.Value {
	v, ok := s.direct(e)
	if !ok {
		return s.general(e)
	}
	if !passesThrough(e.Name) {
		v = weaken(v)
	}
	return s.attribute(e, v)
}

func (s *scope) direct(e *hclsyntax.FunctionCallExpr) (cty.Value, bool) {
	f := s.in.ev.signature(e.Name)
	if f == nil || e.ExpandFinal || len(e.Args) < len(f.params) {
		return cty.NilVal, false
	}
	return s.apply(f, e.Args)
}

// operation evaluates A op B likewise. What && and || leave out is for HCL to say.
func (s *scope) operation(e *hclsyntax.BinaryOpExpr) cty.Value {
	if e.Op.ShortCircuit == nil {
		f := &signature{Function: e.Op.Impl, params: e.Op.Impl.Params()}
		if v, ok := s.apply(f, []hclsyntax.Expression{e.LHS, e.RHS}); ok {
			return s.attribute(e, weaken(v))
		}
	}
	return s.general(e)
}

func (s *scope) apply(f *signature, exprs []hclsyntax.Expression) (cty.Value, bool) {
	args := make([]cty.Value, len(exprs))
	for i, arg := range exprs {
		p := f.param(i)
		if p == nil || p.Type.IsCapsuleType() {
			return cty.NilVal, false
		}
		var err error
		if args[i], err = convert.Convert(s.value(arg), p.Type); err != nil {
			return cty.NilVal, false
		}
	}
	v, err := f.Call(args)
	return v, err == nil
}

// text evaluates a template whose parts are all known.
func (s *scope) text(e *hclsyntax.TemplateExpr) (cty.Value, bool) {
	var b strings.Builder
	var marks cty.ValueMarks
	for _, part := range e.Parts {
		v, more := s.value(part).Unmark()
		if !v.IsKnown() || v.IsNull() || !v.Type().IsPrimitiveType() {
			return cty.NilVal, false
		}
		if err := writeText(&b, v); err != nil {
			return cty.NilVal, false
		}
		if marks == nil {
			marks = more
		} else {
			maps.Copy(marks, more)
		}
	}
	return weaken(cty.StringVal(b.String()).WithMarks(marks)), true
}

// writeText writes a primitive value as a template does. Whole numbers need not
// go through the decimal digits that big.Float works out.
func writeText(b *strings.Builder, v cty.Value) error {
	if v.Type() == cty.Number {
		if n, accuracy := v.AsBigFloat().Int64(); accuracy == big.Exact && n != 0 { // -0 has a sign in text
			b.WriteString(strconv.FormatInt(n, 10))
			return nil
		}
	}
	v, err := convert.Convert(v, cty.String)
	if err == nil {
		b.WriteString(v.AsString())
	}
	return err
}
