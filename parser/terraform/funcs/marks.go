package funcs

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// A Mark is one of Terraform's own marks on a value. The evaluator puts marks of other types on values, which these functions
// carry along and never look at.
type Mark string

const (
	Sensitive Mark = "sensitive" // not to be shown
	Ephemeral Mark = "ephemeral" // not to be stored
)

func markFuncs() table {
	return table{
		"sensitive":       onMarks(sensitive),
		"nonsensitive":    onMarks(nonsensitive),
		"issensitive":     onMarks(issensitive),
		"ephemeralasnull": onMarks(ephemeralasnull),
	}
}

// onMarks makes a function of any one value that sees its marks.
func onMarks(impl func(cty.Value) cty.Value) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{open(function.Parameter{Name: "value", Type: cty.DynamicPseudoType})},
		Type:   function.StaticReturnType(cty.DynamicPseudoType),
		Impl:   func(args []cty.Value, _ cty.Type) (cty.Value, error) { return impl(args[0]), nil },
	})
}

func sensitive(v cty.Value) cty.Value {
	return v.Mark(Sensitive)
}

// nonsensitive leaves what lies inside of the value as it is, as Terraform does.
func nonsensitive(v cty.Value) cty.Value {
	return without(v, Sensitive)
}

// issensitive cannot deny it of a value that is still unknown: the provider may yet return a sensitive one.
func issensitive(v cty.Value) cty.Value {
	marks := openMarks(v)
	switch {
	case v.HasMark(Sensitive):
		return cty.True.WithMarks(marks)
	case !v.IsKnown():
		return cty.UnknownVal(cty.Bool).RefineNotNull().WithMarks(marks)
	}
	return cty.False.WithMarks(marks)
}

func ephemeralasnull(v cty.Value) cty.Value {
	ret, _ := cty.Transform(v, func(_ cty.Path, part cty.Value) (cty.Value, error) {
		if !part.HasMark(Ephemeral) {
			return part, nil
		}
		_, marks := part.Unmark()
		delete(marks, Ephemeral)
		return cty.NullVal(part.Type()).WithMarks(marks), nil
	})
	return ret
}

func without(v cty.Value, mark Mark) cty.Value {
	bare, marks := v.Unmark()
	delete(marks, mark)
	return bare.WithMarks(marks)
}

// openMarks are the marks of v and its parts that also belong to a statement about v, which gives away no secret.
func openMarks(v cty.Value) cty.ValueMarks {
	marks := deepMarks(v)
	delete(marks, Sensitive)
	delete(marks, Ephemeral)
	return marks
}
