package funcs

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func param(name string, ty cty.Type) function.Parameter {
	return function.Parameter{Name: name, Type: ty}
}

// either accepts values of more than one type; the function itself checks which.
func either(name string) function.Parameter {
	return function.Parameter{Name: name, Type: cty.DynamicPseudoType, AllowDynamicType: true}
}

func notNull(b *cty.RefinementBuilder) *cty.RefinementBuilder { return b.NotNull() }

// onStrings makes a function of strings whose result is never null.
func onStrings(ret cty.Type, impl func(args []string) (cty.Value, error), names ...string) function.Function {
	spec := &function.Spec{
		Type:         function.StaticReturnType(ret),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			plain := make([]string, len(args))
			for i, arg := range args {
				plain[i] = arg.AsString()
			}
			return impl(plain)
		},
	}
	for _, name := range names {
		spec.Params = append(spec.Params, param(name, cty.String))
	}
	return function.New(spec)
}

// onString makes a function from one string to another.
func onString(name string, impl func(string) (string, error)) function.Function {
	return onStrings(cty.String, func(args []string) (cty.Value, error) {
		s, err := impl(args[0])
		if err != nil {
			return cty.NilVal, err
		}
		return cty.StringVal(s), nil
	}, name)
}

// undecided makes a function whose result hangs on the machine, the clock or chance: its arguments are checked, its result is
// an unknown string.
func undecided(rest *function.Parameter, params ...function.Parameter) function.Function {
	return function.New(&function.Spec{
		Params:       params,
		VarParam:     rest,
		Type:         function.StaticReturnType(cty.String),
		RefineResult: notNull,
		Impl:         func([]cty.Value, cty.Type) (cty.Value, error) { return cty.UnknownVal(cty.String), nil },
	})
}
