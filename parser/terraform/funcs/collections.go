package funcs

import (
	"errors"
	"fmt"
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func collectionFuncs() table {
	return table{
		"alltrue":      alltrue(),
		"anytrue":      anytrue(),
		"chunklist":    stdlib.ChunklistFunc,
		"coalesce":     coalesce(),
		"coalescelist": stdlib.CoalesceListFunc,
		"compact":      stdlib.CompactFunc,
		"concat":       stdlib.ConcatFunc,
		"contains":     stdlib.ContainsFunc,
		"distinct":     stdlib.DistinctFunc,
		"flatten":      flatten(),
		"index":        index(),
		"keys":         stdlib.KeysFunc,
		"length":       length(),
		"matchkeys":    matchkeys(),
		"merge":        merge(),
		"one":          one(),
		"range":        stdlib.RangeFunc,
		"reverse":      stdlib.ReverseListFunc,
		"slice":        stdlib.SliceFunc,
		"sort":         stdlib.SortFunc,
		"sum":          sum(),
		"transpose":    transpose(),
		"values":       stdlib.ValuesFunc,
		"zipmap":       stdlib.ZipmapFunc,
	}
}

func setFuncs() table {
	return table{
		"setintersection": stdlib.SetIntersectionFunc,
		"setproduct":      limitProduct(setproduct()),
		"setsubtract":     stdlib.SetSubtractFunc,
		"setunion":        stdlib.SetUnionFunc,
	}
}

// setproduct has no type as long as an element has none. The library takes the elements to be of one type even then.
func setproduct() function.Function {
	return wrap(stdlib.SetProductFunc, func(args []cty.Value) (cty.Value, error) {
		if slices.ContainsFunc(args, hasUntyped) {
			return cty.DynamicVal, nil
		}
		return stdlib.SetProductFunc.Call(args)
	})
}

func hasUntyped(v cty.Value) bool {
	v, _ = v.Unmark()
	if !v.Type().IsTupleType() || !isGiven(v) {
		return false
	}
	for _, element := range v.Elements() {
		if element.Type().HasDynamicTypes() && !element.IsWhollyKnown() {
			return true
		}
	}
	return false
}

// alltrue stops at the first unknown element, where anytrue looks on for a true one: a difference that Terraform has.
func alltrue() function.Function {
	return onBools(func(list cty.Value) cty.Value {
		for _, v := range list.Elements() {
			switch {
			case !v.IsKnown():
				return cty.UnknownVal(cty.Bool)
			case v.IsNull() || v.False():
				return cty.False
			}
		}
		return cty.True
	})
}

func anytrue() function.Function {
	return onBools(func(list cty.Value) cty.Value {
		found := cty.False
		for _, v := range list.Elements() {
			switch {
			case !v.IsKnown():
				found = cty.UnknownVal(cty.Bool)
			case !v.IsNull() && v.True():
				return cty.True
			}
		}
		return found
	})
}

func onBools(impl func(list cty.Value) cty.Value) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("list", cty.List(cty.Bool))},
		Type:         function.StaticReturnType(cty.Bool),
		RefineResult: notNull,
		Impl:         func(args []cty.Value, _ cty.Type) (cty.Value, error) { return impl(args[0]), nil },
	})
}

// coalesce skips empty strings as well as nulls.
func coalesce() function.Function {
	vals := either("vals")
	vals.AllowNull, vals.AllowUnknown = true, true
	return function.New(&function.Spec{
		VarParam: &vals,
		Type: func(args []cty.Value) (cty.Type, error) {
			types := make([]cty.Type, len(args))
			for i, arg := range args {
				types[i] = arg.Type()
			}
			ty, _ := convert.UnifyUnsafe(types)
			if ty == cty.NilType {
				return cty.NilType, errors.New("all arguments must have the same type")
			}
			return ty, nil
		},
		RefineResult: notNull,
		Impl:         firstPresent,
	})
}

func firstPresent(args []cty.Value, ty cty.Type) (cty.Value, error) {
	for i, arg := range args {
		v, err := convert.Convert(arg, ty)
		switch {
		case err != nil:
			return cty.NilVal, function.NewArgError(i, err)
		case !v.IsKnown() && isPresent(v):
			return v, nil
		case !v.IsKnown():
			return cty.UnknownVal(ty), nil
		case v.IsNull() || v.Type() == cty.String && v.AsString() == "":
			continue
		}
		return v, nil
	}
	return cty.NilVal, errors.New("all arguments are null or empty strings")
}

// isPresent tells whether coalesce will surely choose an unknown value, so that what is known of it (a prefix) can be kept.
func isPresent(unknown cty.Value) bool {
	r := unknown.Range()
	if !r.DefinitelyNotNull() {
		return false
	}
	return r.TypeConstraint() != cty.DynamicPseudoType && (r.TypeConstraint() != cty.String || r.StringPrefix() != "")
}

func index() function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{either("list"), either("value")},
		Type:         function.StaticReturnType(cty.Number), // as of sum
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if ty := args[0].Type(); !ty.IsListType() && !ty.IsTupleType() {
				return cty.NilVal, function.NewArgErrorf(0, "a list or tuple is required, not %s", ty.FriendlyName())
			}
			for i, v := range args[0].Elements() {
				eq := v.Equals(args[1])
				switch {
				case !eq.IsKnown():
					return cty.UnknownVal(cty.Number), nil
				case eq.True():
					return i, nil
				}
			}
			return cty.NilVal, errors.New("no element of the list has this value")
		},
	})
}

// length counts the characters of a string and the elements of anything else. Of an object or tuple the type tells it.
func length() function.Function {
	value := open(either("value"))
	value.AllowNull = false
	return function.New(&function.Spec{
		Params:       []function.Parameter{value},
		Type:         function.StaticReturnType(cty.Number),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v, marks := args[0].Unmark()
			n, err := size(v)
			return n.WithMarks(marks), err
		},
	})
}

func size(v cty.Value) (cty.Value, error) {
	ty := v.Type()
	switch {
	case ty == cty.DynamicPseudoType:
		return cty.UnknownVal(cty.Number).Refine().NotNull().NumberRangeLowerBound(cty.Zero, true).NewValue(), nil
	case ty == cty.String:
		return stdlib.Strlen(v)
	case ty.IsObjectType():
		return cty.NumberIntVal(int64(len(ty.AttributeTypes()))), nil
	case ty.IsTupleType() || ty.IsCollectionType():
		return v.Length(), nil
	}
	return cty.DynamicVal, function.NewArgErrorf(0, "a string, a collection, an object or a tuple is required, not %s", ty.FriendlyName())
}

// flatten is of no known length while an element may turn out to be a sequence. Of one with marks the library does not see
// that.
func flatten() function.Function {
	return wrap(stdlib.FlattenFunc, func(args []cty.Value) (cty.Value, error) {
		if mayNest(args[0]) {
			return keepMarks(cty.DynamicVal, args), nil
		}
		return stdlib.FlattenFunc.Call(args)
	})
}

// mayNest tells whether a value, or an element of it, is unknown altogether.
func mayNest(v cty.Value) bool {
	v, _ = v.Unmark()
	ty := v.Type()
	if !v.IsKnown() {
		return ty == cty.DynamicPseudoType
	}
	if v.IsNull() || !ty.IsListType() && !ty.IsSetType() && !ty.IsTupleType() {
		return false
	}
	for _, element := range v.Elements() {
		if mayNest(element) {
			return true
		}
	}
	return false
}

func matchkeys() function.Function {
	lists := cty.List(cty.DynamicPseudoType)
	return function.New(&function.Spec{
		Params: []function.Parameter{param("values", lists), param("keys", lists), param("searchset", lists)},
		Type: func(args []cty.Value) (cty.Type, error) {
			if ty, _ := convert.UnifyUnsafe([]cty.Type{args[1].Type(), args[2].Type()}); ty == cty.NilType {
				return cty.NilType, errors.New("keys and searchset must be of the same type")
			}
			return args[0].Type(), nil
		},
		RefineResult: notNull,
		Impl: func(args []cty.Value, ty cty.Type) (cty.Value, error) {
			values, keys, searchset := args[0], args[1], args[2]
			if values.LengthInt() != keys.LengthInt() {
				return cty.NilVal, fmt.Errorf("there are %d values for %d keys", values.LengthInt(), keys.LengthInt())
			}
			switch {
			case searchset.LengthInt() == 0:
				return cty.ListValEmpty(ty.ElementType()), nil
			case !values.IsWhollyKnown() || !keys.IsWhollyKnown():
				return cty.UnknownVal(ty), nil
			}
			return matching(values.AsValueSlice(), keys, searchset, ty)
		},
	})
}

// matching returns those values whose key is in the searchset. At the first comparison that cannot be decided Terraform
// plans with none at all.
func matching(values []cty.Value, keys, searchset cty.Value, ty cty.Type) (cty.Value, error) {
	common, _ := convert.UnifyUnsafe([]cty.Type{keys.Type(), searchset.Type()})
	keys, err := convert.Convert(keys, common)
	if err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	searchset, err = convert.Convert(searchset, common)
	if err != nil {
		return cty.NilVal, function.NewArgError(2, err)
	}
	wanted := searchset.AsValueSlice()
	var found []cty.Value
	for i, key := range keys.AsValueSlice() {
		for _, search := range wanted {
			equal := key.Equals(search)
			if !equal.IsKnown() {
				return cty.ListValEmpty(ty.ElementType()), nil
			}
			if equal.True() {
				found = append(found, values[i])
				break
			}
		}
	}
	if len(found) == 0 {
		return cty.ListValEmpty(ty.ElementType()), nil
	}
	return cty.ListVal(found), nil
}

// merge checks types that the library does not look at beside a null without a type.
func merge() function.Function {
	return checked(stdlib.MergeFunc, func(args []cty.Value) error {
		for i, arg := range args {
			if ty := arg.Type(); !ty.IsMapType() && !ty.IsObjectType() && ty != cty.DynamicPseudoType {
				return function.NewArgErrorf(i, "a map or object is required, not %s", ty.FriendlyName())
			}
		}
		return nil
	})
}

func one() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{param("list", cty.DynamicPseudoType)},
		Type: func(args []cty.Value) (cty.Type, error) {
			ty := args[0].Type()
			switch {
			case ty.IsListType() || ty.IsSetType():
				return ty.ElementType(), nil
			case ty.IsTupleType() && ty.Length() == 0:
				return cty.DynamicPseudoType, nil
			case ty.IsTupleType() && ty.Length() == 1:
				return ty.TupleElementType(0), nil
			}
			return cty.NilType, notOne()
		},
		Impl: func(args []cty.Value, ty cty.Type) (cty.Value, error) {
			// A set with unknown elements may hold fewer of them than it seems to.
			if !args[0].Length().IsKnown() {
				return cty.UnknownVal(ty), nil
			}
			elements := args[0].AsValueSlice()
			switch len(elements) {
			case 0:
				return cty.NullVal(ty), nil
			case 1:
				return elements[0], nil
			}
			return cty.NilVal, notOne()
		},
	})
}

func notOne() error {
	return function.NewArgErrorf(0, "a list, set, or tuple with one element or none is required")
}

func sum() function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{either("list")},
		Type:         function.StaticReturnType(cty.Number), // what an unknown argument is does not matter
		RefineResult: notNull,
		Impl:         func(args []cty.Value, _ cty.Type) (cty.Value, error) { return total(args[0]) },
	})
}

func total(list cty.Value) (cty.Value, error) {
	if ty := list.Type(); !ty.IsListType() && !ty.IsSetType() && !ty.IsTupleType() {
		return cty.NilVal, function.NewArgErrorf(0, "a list, set, or tuple is required, not %s", ty.FriendlyName())
	}
	if n := list.Length(); n.IsKnown() && n.RawEquals(cty.Zero) {
		return cty.NilVal, function.NewArgErrorf(0, "there is nothing to sum up")
	}
	if !list.IsWhollyKnown() {
		return cty.UnknownVal(cty.Number), nil // whatever the other elements are
	}
	ret := cty.Zero
	for _, v := range list.Elements() {
		n, err := convert.Convert(v, cty.Number)
		if err != nil || n.IsNull() {
			return cty.NilVal, function.NewArgErrorf(0, "every element must be a number")
		}
		// The library checks for opposing infinities, which the method would panic on.
		if ret, err = stdlib.Add(ret, n); err != nil {
			return cty.NilVal, err
		}
	}
	return ret, nil
}

func transpose() function.Function {
	ty := cty.Map(cty.List(cty.String))
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("values", ty)},
		Type:         function.StaticReturnType(ty),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if !args[0].IsWhollyKnown() {
				return cty.UnknownVal(ty), nil
			}
			turned := map[string][]cty.Value{}
			for key, list := range args[0].Elements() {
				if list.IsNull() {
					return cty.NilVal, function.NewArgErrorf(0, "the list at %q is null", key.AsString())
				}
				for _, v := range list.Elements() {
					if v.IsNull() {
						return cty.NilVal, function.NewArgErrorf(0, "the list at %q has a null in it", key.AsString())
					}
					turned[v.AsString()] = append(turned[v.AsString()], key)
				}
			}
			return mapOfLists(turned), nil
		},
	})
}

func mapOfLists(m map[string][]cty.Value) cty.Value {
	if len(m) == 0 {
		return cty.MapValEmpty(cty.List(cty.String))
	}
	vals := make(map[string]cty.Value, len(m))
	for k, list := range m {
		vals[k] = cty.ListVal(list)
	}
	return cty.MapVal(vals)
}
