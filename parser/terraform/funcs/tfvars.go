package funcs

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// tfvarsFuncs are those of the provider that is built into Terraform.
func tfvarsFuncs() table {
	return table{
		"provider::terraform::encode_tfvars": encodeTfvars(),
		"provider::terraform::decode_tfvars": decodeTfvars(),
		"provider::terraform::encode_expr":   encodeExpr(),
	}
}

func encodeTfvars() function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{either("value")},
		Type:         function.StaticReturnType(cty.String),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v := args[0]
			if !v.Type().IsObjectType() && !v.Type().IsMapType() {
				return cty.NilVal, function.NewArgErrorf(0, "an object is required, whose attributes become variables")
			}
			if !v.IsWhollyKnown() {
				return cty.UnknownVal(cty.String), nil
			}
			return assignments(v)
		},
	})
}

func assignments(vars cty.Value) (cty.Value, error) {
	f := hclwrite.NewEmptyFile()
	for name, v := range vars.Elements() {
		if !hclsyntax.ValidIdentifier(name.AsString()) {
			return cty.NilVal, function.NewArgErrorf(0, "%q cannot be the name of a variable", name.AsString())
		}
		f.Body().SetAttributeValue(name.AsString(), v)
	}
	return cty.StringVal(string(hclwrite.Format(f.Bytes()))), nil
}

func decodeTfvars() function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("src", cty.String)},
		Type:         function.StaticReturnType(cty.DynamicPseudoType),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			f, diags := hclsyntax.ParseConfig([]byte(args[0].AsString()), "<decode_tfvars argument>", hcl.InitialPos)
			if diags.HasErrors() {
				return cty.NilVal, diags
			}
			attrs, diags := f.Body.JustAttributes()
			if diags.HasErrors() {
				return cty.NilVal, diags
			}
			return constants(attrs)
		},
	})
}

func constants(attrs hcl.Attributes) (cty.Value, error) {
	vars := make(map[string]cty.Value, len(attrs))
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		v, diags := attrs[name].Expr.Value(nil)
		if diags.HasErrors() {
			return cty.NilVal, fmt.Errorf("variable %q: %w", name, diags)
		}
		vars[name] = v
	}
	return cty.ObjectVal(vars), nil
}

func encodeExpr() function.Function {
	value := either("value")
	value.AllowUnknown = true
	return function.New(&function.Spec{
		Params:       []function.Parameter{value},
		Type:         function.StaticReturnType(cty.String),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v := args[0]
			if !v.IsWhollyKnown() {
				return cty.UnknownVal(cty.String).Refine().StringPrefixFull(bracket(v.Type())).NewValue(), nil
			}
			return cty.StringVal(string(hclwrite.TokensForValue(v).Bytes())), nil
		},
	})
}

// bracket is how an expression for a value of the type begins.
func bracket(ty cty.Type) string {
	switch {
	case ty == cty.String:
		return `"`
	case ty.IsObjectType() || ty.IsMapType():
		return "{"
	case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
		return "["
	}
	return ""
}
