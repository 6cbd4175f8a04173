package funcs_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// odd returns values of every type and state, of which some are made of s.
func odd(s string, table map[string]function.Function) []cty.Value {
	u := cty.UnknownVal(cty.String)
	text := str(s)
	values := []cty.Value{
		text, num(int64(len(s))), num(-1), cty.NumberFloatVal(0.5), cty.PositiveInfinity, cty.True, strs(s, "a"),
		cty.ListValEmpty(cty.String), cty.ListVal([]cty.Value{u, cty.NullVal(cty.String), text.Mark(ref{"a"})}),
		cty.SetVal([]cty.Value{text, u}), cty.SetValEmpty(cty.Bool), cty.MapVal(map[string]cty.Value{"a": text.Mark(ref{"a"}), s: u}),
		cty.MapValEmpty(cty.List(cty.String)), cty.EmptyObjectVal, cty.EmptyTupleVal,
		cty.ObjectVal(map[string]cty.Value{"a": text, "b": cty.DynamicVal, "c": cty.NullVal(cty.DynamicPseudoType)}),
		cty.TupleVal([]cty.Value{text, num(1), cty.DynamicVal, strs(s).Mark(ref{"b"}), cty.NullVal(cty.String)}),
		cty.DynamicVal, cty.NullVal(cty.DynamicPseudoType), cty.NullVal(cty.String), cty.NullVal(cty.Map(cty.String)), u,
		u.Refine().NotNull().StringPrefixFull(s).NewValue(), cty.UnknownVal(cty.Number), cty.UnknownVal(cty.List(cty.DynamicPseudoType)),
		cty.UnknownVal(cty.Set(cty.String)), cty.UnknownVal(cty.Map(cty.String)), cty.UnknownVal(cty.Tuple([]cty.Type{cty.String})),
		cty.UnknownVal(cty.EmptyObject),
	}
	for _, v := range slices.Clone(values) {
		values = append(values, v.Mark(funcs.Sensitive))
	}
	for _, src := range []string{"x", "x.a", "[x]", "1 / 0"} {
		expr, _ := hclsyntax.ParseExpression([]byte(src), "test", hcl.InitialPos)
		scope := &hcl.EvalContext{Functions: table, Variables: map[string]cty.Value{"x": text.Mark(ref{"a"})}}
		values = append(values, customdecode.ExpressionClosureVal(&customdecode.ExpressionClosure{Expression: expr, EvalContext: scope}))
	}
	return values
}

// call converts the arguments as HCL does, and fails the test if the call panics, or makes something without a type.
func call(t *testing.T, name string, f function.Function, args []cty.Value) {
	params := f.Params()
	for i := range args {
		param := f.VarParam()
		if i < len(params) {
			param = &params[i]
		}
		if param == nil || param.Type == customdecode.ExpressionClosureType != (args[i].Type() == customdecode.ExpressionClosureType) {
			return
		}
		converted, err := convert.Convert(args[i], param.Type)
		if err != nil {
			return
		}
		args[i] = converted
	}
	v, err := f.Call(args)
	switch {
	case err != nil && (strings.Contains(err.Error(), "panic") || strings.Contains(err.Error(), "internal error")):
		t.Errorf("%s(%#v): %.400s", name, args, err)
	case err == nil && v == cty.NilVal:
		t.Errorf("%s(%#v) is nothing", name, args)
	}
}

func TestOddArguments(t *testing.T) {
	table := funcs.Table(fstest.MapFS{"a": {Data: []byte("${a}")}}, ".")
	values := odd("a", table)
	for name, f := range table {
		if strings.HasPrefix(name, "core::") {
			continue
		}
		call(t, name, f, nil)
		for _, a := range values {
			call(t, name, f, []cty.Value{a})
			for _, b := range values {
				call(t, name, f, []cty.Value{a, b})
				call(t, name, f, []cty.Value{a, b, values[len(name)%len(values)]})
			}
		}
	}
}

func FuzzCall(f *testing.F) {
	table := funcs.Table(fstest.MapFS{"a": {Data: []byte("${a}")}}, ".")
	names := slices.Sorted(maps.Keys(table))
	for i, s := range []string{"", "a", "10.0.0.0/8", "2020-01-01T00:00:00Z", "%s", "(a)", "{\"a\": 1}", "a: [1]", "aGk=", "${a}", "é\x00", "UTF-8", "**/[a"} {
		f.Add(uint8(i), uint8(i), uint8(0), uint8(0), uint8(3), s)
	}
	f.Fuzz(func(t *testing.T, fn, a, b, c, n uint8, s string) {
		values := odd(s, table)
		args := []cty.Value{values[int(a)%len(values)], values[int(b)%len(values)], values[int(c)%len(values)]}
		name := names[int(fn)%len(names)]
		call(t, name, table[name], args[:n%4])
	})
}
