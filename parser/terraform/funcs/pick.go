package funcs

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// pickFuncs choose one part of their arguments. They see all marks, so as to leave those of the parts not chosen behind.
func pickFuncs() table {
	return table{
		"element": element(),
		"lookup":  lookup(),
	}
}

// element is the library's but for the marks, which that loses when the list or the index is unknown.
func element() function.Function {
	list, idx := open(either("list")), open(param("index", cty.Number))
	return function.New(&function.Spec{
		Params: []function.Parameter{list, idx},
		Type:   function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v, err := stdlib.ElementFunc.Call(args)
			switch {
			case err != nil:
				return cty.NilVal, withhold(err, args)
			case !args[0].IsKnown() || !args[1].IsKnown():
				return keepMarks(v, args), nil
			}
			return v, nil
		},
	})
}

// lookup is ours because the library's gives up on a map when any element is unknown, refuses a null default, and needs one.
func lookup() function.Function {
	inputMap, key, rest := open(either("inputMap")), open(param("key", cty.String)), open(either("default"))
	return function.New(&function.Spec{
		Params:   []function.Parameter{inputMap, key},
		VarParam: &rest,
		Type:     function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v, err := find(args)
			if err != nil {
				return cty.NilVal, withhold(err, args)
			}
			return v.WithSameMarks(args[:2]...), nil
		},
	})
}

func find(args []cty.Value) (cty.Value, error) {
	if len(args) > 3 {
		return cty.NilVal, fmt.Errorf("two or three arguments are required, not %d", len(args))
	}
	for i, arg := range args[:2] {
		if arg.IsNull() {
			return cty.NilVal, function.NewArgErrorf(i, "argument must not be null")
		}
	}
	from, _ := args[0].Unmark()
	key, _ := args[1].Unmark()
	switch ty := from.Type(); {
	case ty == cty.DynamicPseudoType:
		return undecidedPart(cty.DynamicPseudoType, args), nil
	case ty.IsObjectType():
		return findAttribute(from, key, args)
	case ty.IsMapType():
		return findElement(from, key, args)
	}
	return cty.NilVal, function.NewArgErrorf(0, "a map or object is required, not %s", from.Type().FriendlyName())
}

func findAttribute(from, key cty.Value, args []cty.Value) (cty.Value, error) {
	switch {
	case !key.IsKnown():
		return undecidedPart(cty.DynamicPseudoType, args), nil
	case from.Type().HasAttribute(key.AsString()):
		return from.GetAttr(key.AsString()), nil
	case len(args) == 3 && from.IsKnown():
		return args[2], nil
	case len(args) == 3: // Terraform does not look at its type yet
		return undecidedPart(args[2].Type(), args), nil
	}
	return cty.NilVal, function.NewArgErrorf(0, "the object has no attribute %q", key.AsString())
}

func findElement(from, key cty.Value, args []cty.Value) (cty.Value, error) {
	ty := from.Type().ElementType()
	var fallback cty.Value
	if len(args) == 3 {
		var err error
		if fallback, err = convert.Convert(args[2], ty); err != nil {
			return cty.NilVal, function.NewArgErrorf(2, "the default must be of the type of the map's elements, %s", ty.FriendlyName())
		}
	}
	if !from.IsKnown() || !key.IsKnown() {
		return undecidedPart(ty, args), nil
	}
	// HasIndex is known here: the keys of a known map are.
	switch {
	case from.HasIndex(key).True():
		return from.Index(key), nil
	case len(args) == 3:
		return fallback, nil
	}
	return cty.NilVal, fmt.Errorf("the map has no element %q", key.AsString())
}

// undecidedPart stands for any part of the arguments, so it has the marks of all of them.
func undecidedPart(ty cty.Type, args []cty.Value) cty.Value {
	return keepMarks(cty.UnknownVal(ty), args)
}
