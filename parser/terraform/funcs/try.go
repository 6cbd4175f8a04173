package funcs

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// tryFuncs are ours and not those of hcl's ext/tryfunc, which forget the marks of unknown values and evaluate every expression
// twice, so that nested calls take exponential time.
func tryFuncs() table {
	return table{
		"try": function.New(&function.Spec{
			VarParam: &function.Parameter{Name: "expressions", Type: customdecode.ExpressionClosureType},
			Type:     function.StaticReturnType(cty.DynamicPseudoType),
			Impl:     func(args []cty.Value, _ cty.Type) (cty.Value, error) { return try(args) },
		}),
		"can": function.New(&function.Spec{
			Params: []function.Parameter{{Name: "expression", Type: customdecode.ExpressionClosureType}},
			Type:   function.StaticReturnType(cty.Bool),
			Impl:   func(args []cty.Value, _ cty.Type) (cty.Value, error) { return can(args[0]), nil },
		}),
	}
}

// Pieced marks an unknown value whose other marks are those of its elements or members, and not
// its own.
type Pieced struct{}

// try returns the value of the first expression without errors. One that is unknown in part may still fail once it is known, so
// its type is unknown, too.
func try(closures []cty.Value) (cty.Value, error) {
	if len(closures) == 0 {
		return cty.NilVal, errors.New("at least one argument is required")
	}
	var diags hcl.Diagnostics
	for _, c := range closures {
		v, more := customdecode.ExpressionClosureFromVal(c).Value()
		switch {
		case more.HasErrors():
			diags = append(diags, more...)
		case !v.IsWhollyKnown():
			unknown := cty.DynamicVal.WithMarks(deepMarks(v))
			if whole, _ := v.Unmark(); whole.IsKnown() {
				unknown = unknown.Mark(Pieced{})
			}
			return unknown, nil
		default:
			return v, nil
		}
	}
	return cty.NilVal, noneSucceeded(diags)
}

func noneSucceeded(diags hcl.Diagnostics) error {
	var b strings.Builder
	b.WriteString("no expression succeeded:")
	for _, d := range diags {
		fmt.Fprintf(&b, "\n- %s", d.Error())
	}
	return errors.New(b.String())
}

// can is not sensitive when its expression is, as in Terraform; other marks it keeps.
func can(closure cty.Value) cty.Value {
	v, diags := customdecode.ExpressionClosureFromVal(closure).Value()
	marks := openMarks(v)
	switch {
	case diags.HasErrors():
		return cty.False.WithMarks(marks)
	case !v.IsWhollyKnown():
		return cty.UnknownVal(cty.Bool).RefineNotNull().WithMarks(marks)
	}
	return cty.True.WithMarks(marks)
}
