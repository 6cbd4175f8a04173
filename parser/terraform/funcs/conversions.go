package funcs

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func conversionFuncs() table {
	return table{
		"tobool":   conversion(cty.Bool),
		"tolist":   conversion(cty.List(cty.DynamicPseudoType)),
		"tomap":    conversion(cty.Map(cty.DynamicPseudoType)),
		"tonumber": conversion(cty.Number),
		"toset":    conversion(cty.Set(cty.DynamicPseudoType)),
		"tostring": conversion(cty.String),
	}
}

// conversion is the library's but for the marks of elements, which stay where they are.
func conversion(ty cty.Type) function.Function {
	onBare := stdlib.MakeToFunc(ty)
	v := open(either("v"))
	return function.New(&function.Spec{
		Params: []function.Parameter{v},
		Type:   function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			bare, marks := args[0].UnmarkDeep()
			converted, err := onBare.Call([]cty.Value{bare})
			switch {
			case err != nil:
				return cty.NilVal, err
			case len(marks) == 0:
				return converted, nil
			}
			return convert.Convert(args[0], ty)
		},
	})
}
