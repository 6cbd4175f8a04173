package funcs

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// addTemplates adds the two functions that render templates. Their templates see the table as it is now, but cannot render
// further ones.
func (t table) addTemplates(s sandbox) {
	inner := sync.OnceValue(func() table {
		ret := maps.Clone(t)
		ret.add(table{"templatefile": noRecursion("templatefile"), "templatestring": noRecursion("templatestring")})
		return ret
	})
	t.add(table{
		"templatefile":   guard(templatefile(s, inner)),
		"templatestring": templatestring(inner),
	})
}

func templatefile(s sandbox, functions func() table) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{param("path", cty.String), param("vars", cty.DynamicPseudoType)},
		// A template that is one interpolation gives a value of any type.
		Type: function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			name := args[0].AsString()
			text, err := s.file(name)
			if err != nil {
				return cty.NilVal, err
			}
			return render(text, name, args[1], functions())
		},
	})
}

func templatestring(functions func() table) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("template", customdecode.ExpressionClosureType), param("vars", cty.DynamicPseudoType)},
		Type:         function.StaticReturnType(cty.String),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			template, err := referenced(customdecode.ExpressionClosureFromVal(args[0]))
			if err != nil {
				return cty.NilVal, err
			}
			template, marks := template.Unmark()
			if !template.IsKnown() {
				return cty.UnknownVal(cty.String).WithMarks(marks), nil
			}
			v, err := render(template.AsString(), "<templatestring argument>", args[1], functions())
			if err != nil {
				return cty.NilVal, err
			}
			if v, err = convert.Convert(v, cty.String); err != nil {
				return cty.NilVal, errors.New("the template's result must be a string")
			}
			return v.WithMarks(marks), nil
		},
	})
}

// referenced evaluates the template argument of templatestring. Only a reference is allowed: an expression would be rendered
// twice, which nobody wants who writes one.
func referenced(closure *customdecode.ExpressionClosure) (cty.Value, error) {
	if !isReference(closure.Expression) {
		return cty.NilVal, function.NewArgErrorf(0, "a reference to a string that is a template is required, not an expression")
	}
	v, diags := closure.Value()
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	v, err := convert.Convert(v, cty.String)
	if err != nil || v.IsNull() {
		return cty.NilVal, function.NewArgErrorf(0, "a string is required")
	}
	return v, nil
}

func isReference(expr hcl.Expression) bool {
	switch e := expr.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		return true
	case *hclsyntax.RelativeTraversalExpr:
		return isReference(e.Source)
	case *hclsyntax.IndexExpr:
		return isReference(e.Collection)
	}
	return false
}

// render evaluates a template in a scope of nothing but vars and the functions. Both kinds of templates have the variables as
// their second argument.
func render(text, name string, vars cty.Value, functions table) (cty.Value, error) {
	expr, diags := hclsyntax.ParseTemplate([]byte(text), name, hcl.InitialPos)
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	if ty := vars.Type(); !ty.IsObjectType() && !ty.IsMapType() {
		return cty.NilVal, function.NewArgErrorf(1, "a map or object is required, not %s", ty.FriendlyName())
	}
	scope := &hcl.EvalContext{Variables: vars.AsValueMap(), Functions: functions}
	if err := checkNames(scope.Variables, expr.Variables()); err != nil {
		return cty.NilVal, err
	}
	v, diags := expr.Value(scope)
	switch {
	case diags.HasErrors():
		return cty.NilVal, diags
	case v.IsNull():
		return cty.NilVal, fmt.Errorf("the result of %s is null", name)
	}
	return v, nil
}

func checkNames(vars map[string]cty.Value, refs []hcl.Traversal) error {
	for _, name := range slices.Sorted(maps.Keys(vars)) {
		if !hclsyntax.ValidIdentifier(name) {
			return function.NewArgErrorf(1, "%q cannot be the name of a template's variable", name)
		}
	}
	for _, ref := range refs {
		if _, found := vars[ref.RootName()]; !found {
			return function.NewArgErrorf(1, "there is no %q, which the template uses at %s", ref.RootName(), ref.SourceRange())
		}
	}
	return nil
}

func noRecursion(name string) function.Function {
	args := either("arguments")
	return guard(function.New(&function.Spec{
		VarParam: &args,
		Type: func([]cty.Value) (cty.Type, error) {
			return cty.NilType, fmt.Errorf("%s cannot be called in a template", name)
		},
		Impl: func([]cty.Value, cty.Type) (cty.Value, error) { return cty.DynamicVal, nil },
	}))
}
